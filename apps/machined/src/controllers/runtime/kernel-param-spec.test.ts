import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KernelParams, LinuxError } from '@ichor/linux/kernel-params';
import { KernelParamDefaultSpec, KernelParamSpec, KernelParamStatus } from '@ichor/machinery/resources';
import { Engine, InMemoryState, State } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';
import { kernelParamSpecController } from './kernel-param-spec.ts';

test('sets what is wanted, the user before the system, and puts back what nobody wants any more', async (t) => {
	const values = new Map([
		['proc.sys.a', '0'],
		['proc.sys.b', '0'],
		['proc.sys.hosts', '0'],
	]);
	const params: KernelParams = {
		read: async (key) => values.get(key),
		async write(key, value) {
			if (key === 'proc.sys.hosts') throw new LinuxError('permission-denied', 'no');
			if (!values.has(key)) throw new LinuxError('not-found', 'no');
			values.set(key, value);
		},
	};
	const state = new State(new InMemoryState());
	const stop = new AbortController();
	t.after(() => stop.abort());
	const engine = new Engine(state);
	engine.register(kernelParamSpecController(params));
	const want = async (type: typeof KernelParamSpec, key: string, value: string, ignoreErrors = false) =>
		await state.create(type.resource(`proc.sys.${key}`, { value, ignoreErrors }));
	await want(KernelParamDefaultSpec, 'a', '1');
	await want(KernelParamDefaultSpec, 'b', '1');
	await want(KernelParamDefaultSpec, 'hosts', '1');
	await want(KernelParamDefaultSpec, 'none', '1', true);
	await want(KernelParamSpec, 'b', '2');
	void engine.run({ ...background, signal: stop.signal });
	const until = async (condition: () => boolean): Promise<void> =>
		void (await waitFor(withTimeout(background, 5000), () => condition() || undefined, 5));
	const status = async (key: string) => (await state.find(KernelParamStatus.pointer(`proc.sys.${key}`)))?.spec;

	await until(() => values.get('proc.sys.b') === '2' && values.get('proc.sys.a') === '1');
	await waitFor(withTimeout(background, 5000), async () => await status('none'), 5);
	assert.deepEqual(await status('b'), { current: '2', default: '0', unsupported: false });
	assert.deepEqual(await status('hosts'), { current: '0', default: '0', unsupported: false });
	assert.deepEqual(await status('none'), { current: '', default: '', unsupported: true });

	await state.teardownAndDestroy(KernelParamSpec.pointer('proc.sys.b'));
	await until(() => values.get('proc.sys.b') === '1');
	await state.teardownAndDestroy(KernelParamDefaultSpec.pointer('proc.sys.b'));
	await until(() => values.get('proc.sys.b') === '0');
	await waitFor(withTimeout(background, 5000), async () => ((await status('b')) === undefined ? true : undefined), 5);
});
