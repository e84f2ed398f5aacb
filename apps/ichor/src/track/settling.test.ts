import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import { MachineStatusEventSchema, MachineStatusEvent_MachineStage as Stage } from '@ichor/api/machine';
import { MachineStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import type { TalosServices } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';
import { background } from '@ichor/std';
import { faultsOf, Settling } from './settling.ts';

const noKubelet = { name: 'services', reason: 'kubelet not running: cannot pull a:b, or c' };
const noEtcdEither = { name: 'services', reason: 'etcd not healthy, kubelet not running' };
const before = new Set(['services/kubelet', 'nodeReady']);

describe('what is wrong with a node', () => {
	test('is told by conditions, and by services without their causes', async () => {
		assert.deepEqual(await faults([noEtcdEither, { name: 'nodeReady', reason: 'x not running' }]), [
			'services/etcd',
			'services/kubelet',
			'nodeReady',
		]);
		assert.equal(await faults(undefined), undefined);
		const refused = { state: { get: async () => Promise.reject(new RpcError('permission-denied', 'no')) } };
		assert.equal(await faultsOf(refused as unknown as TalosServices, background), undefined);
	});
});

describe('a node that has come back', () => {
	test('is done when it stays as it was', (t) => {
		const { settling, settled } = watched(t, before);
		assert.equal(settling.see(status(Stage.BOOTING, [noEtcdEither])), false);
		t.mock.timers.tick(60_000);
		assert.equal(settling.see(status(Stage.BOOTING, [noKubelet])), true);
		t.mock.timers.tick(29_000);
		assert.equal(settling.see(status(Stage.RUNNING, [noKubelet])), false);
		assert.deepEqual(settled, []);
		t.mock.timers.tick(1000);
		assert.deepEqual(settled, [['services/kubelet']]);
	});

	test('is not done while something else is wrong, while it goes, or when it was ready', (t) => {
		const { settling, settled } = watched(t, before);
		settling.see(status(Stage.RUNNING, [noKubelet]));
		settling.see(status(Stage.RUNNING, [noKubelet, { name: 'time', reason: 'time is not synced' }]));
		t.mock.timers.tick(60_000);
		assert.equal(settling.see(status(Stage.REBOOTING, [noKubelet])), false);
		const ready = new Settling(undefined, () => assert.fail('it was ready'));
		assert.equal(ready.see(status(Stage.RUNNING, [noKubelet])), false);
		t.mock.timers.tick(60_000);
		assert.deepEqual(settled, []);
	});
});

function watched(t: TestContext, earlier: ReadonlySet<string>) {
	t.mock.timers.enable({ apis: ['setTimeout'] });
	const settled: string[][] = [];
	return { settling: new Settling(earlier, (faults) => settled.push([...faults])), settled };
}

function status(stage: Stage, unmetConditions: readonly { readonly name: string; readonly reason: string }[]) {
	return create(MachineStatusEventSchema, { stage, status: { ready: false, unmetConditions: [...unmetConditions] } });
}

async function faults(unmet: readonly { readonly name: string; readonly reason: string }[] | undefined) {
	const spec = create(MachineStatusSpecSchema, { status: { ready: unmet === undefined, unmetConditions: [...(unmet ?? [])] } });
	const get = async () => ({ resource: { spec: { protoSpec: toBinary(MachineStatusSpecSchema, spec) } } });
	const found = await faultsOf({ state: { get } } as unknown as TalosServices, background);
	return found === undefined ? undefined : [...found];
}
