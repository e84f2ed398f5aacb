import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ContainerDriver, ContainerdNamespace } from '@ichor/api/common';
import { ImageServicePullLayerProgress_Status as Status } from '@ichor/api/machine/image';
import type { TalosServices } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { ProgressReporter } from '../output/progress-reporter.ts';
import { fakeSession } from './fake-session.ts';
import { pullImage } from './pull-image.ts';

const place = { driver: ContainerDriver.CRI, namespace: ContainerdNamespace.NS_SYSTEM };

test('an image is pulled by every node, also by one that has the older call only', async () => {
	const asked: unknown[] = [];
	const session = fakeSession({ node: (name) => (name === 'old' ? old(asked) : node([finished('x@sha256:1')])) }, ['new', 'old']);
	const names = await pullImage(session, new ProgressReporter(session.terminal), place, 'x');
	assert.deepEqual(Object.fromEntries(names), { new: 'x@sha256:1', old: 'x' });
	assert.deepEqual(asked, [{ namespace: ContainerdNamespace.NS_SYSTEM, reference: 'x' }]);
	assert.equal(session.terminal.errors, 'new: pulled image x@sha256:1\nold: pulled image x\n');
});

test('on a terminal the layers of each node are shown while they come', async () => {
	const answers = [
		layer('b', Status.DOWNLOADING, 1n << 20n),
		layer('a', Status.ALREADY_EXISTS),
		layer('b', Status.EXTRACTING),
		finished('x@sha256:1'),
	];
	const session = fakeSession({ node: () => node(answers) }, ['n']);
	const terminal = new FakeTerminal({}, [], { columns: 80, colored: false });
	await pullImage(session, new ProgressReporter(terminal), place, 'x');
	const shown = terminal.errors.replaceAll(/(?:\u001B\[[AK])+|^[◰◳◲◱] /gm, '').replaceAll(/^[◰◳◲◱] /gm, '');
	assert.deepEqual(shown.split(/^n:\n/m).slice(1), [
		'  downloading layer 1.0 MiB/4.0 MiB (25.0%)\n',
		'  layer already exists\n  downloading layer 1.0 MiB/4.0 MiB (25.0%)\n',
		'  layer already exists\n  extracting layer (1.5s)\nn: pulled image x@sha256:1\n',
	]);
});

function finished(value: string) {
	return { response: { case: 'name', value } };
}

function layer(layerId: string, status: Status, offset = 0n) {
	const progress = { status, offset, total: 1n << 22n, elapsed: { seconds: 1n, nanos: 500_000_000 } };
	return { response: { case: 'pullProgress', value: { layerId, progress } } };
}

function node(answers: readonly unknown[]): TalosServices {
	const pull = async function* () {
		yield* answers;
	};
	return { service: () => ({ pull }) } as unknown as TalosServices;
}

function old(asked: unknown[]): TalosServices {
	const pull = async function* () {
		yield await Promise.reject<unknown>(new RpcError('unimplemented', 'unknown service machine.ImageService'));
	};
	const imagePull = async (request: unknown) => {
		asked.push(request);
		return { messages: [{}] };
	};
	return { service: () => ({ pull }), machine: { imagePull } } as unknown as TalosServices;
}
