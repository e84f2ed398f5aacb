import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { activeConfigId, KmsgLogConfig, kmsgLogConfigId, MachineConfig } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { Receiver } from '../../logs/fake/log-receiver.ts';
import { openKernelLog } from '../../logs/kernel-log.ts';
import { startControllers } from '../controller-bench.ts';
import { kmsgLogConfigController } from './kmsg-log-config.ts';
import { kmsgLogDeliveryController } from './kmsg-log-delivery.ts';
import { logDeliveryController } from './log-delivery.ts';

const noKernelLog = await openKernelLog().then(
	async (device) => {
		await device.close();
		return false as const;
	},
	() => 'the kernel log cannot be read on this machine',
);

test('what services say goes where the configuration says, from the beginning, and elsewhere when that changes', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-logs-'));
	t.after(async () => await rm(folder, { recursive: true }));
	await using first = await Receiver.listen();
	await using second = await Receiver.listen();
	await writeFile(join(folder, 'etcd.log'), '{"level":"warn","ts":"2026-11-21T08:00:00Z","msg":"slow","took":"1s"}\n\n');
	const bench = startControllers(logDeliveryController(folder));
	t.after(async () => await bench.stop());
	const config = await bench.state.create(MachineConfig.resource(activeConfigId, configTo(first)));
	assert.deepEqual(await first.next(), {
		msg: 'slow',
		'talos-time': '2026-11-21T08:00:00Z',
		'talos-level': 'warn',
		'talos-service': 'etcd',
		took: '1s',
		site: 'home',
	});
	await bench.state.modify(config, (current) => withSpec(current, configTo(second)));
	await first.left();
	await appendFile(join(folder, 'etcd.log'), 'plain\n');
	assert.equal((await second.next())['msg'], 'plain');
});

test("the kernel's log goes where the configuration says", { skip: noKernelLog }, async (t) => {
	await using receiver = await Receiver.listen();
	const bench = startControllers(kmsgLogConfigController, kmsgLogDeliveryController);
	t.after(async () => await bench.stop());
	const text = `apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: one\nurl: ${receiver.endpoint}\n`;
	const config = await bench.state.create(MachineConfig.resource(activeConfigId, text));
	const { facility, seq, clock, priority, ...rest } = await receiver.next();
	assert.deepEqual(
		[facility, priority].map((value) => typeof value),
		['string', 'string'],
	);
	assert.deepEqual([seq, clock].map(Number.isInteger), [true, true]);
	assert.deepEqual(Object.keys(rest).toSorted(), ['msg', 'talos-level', 'talos-time']);
	assert.deepEqual((await bench.state.get(KmsgLogConfig.pointer(kmsgLogConfigId))).spec.destinations, [receiver.endpoint]);

	await bench.state.modify(config, (current) => withSpec(current, 'version: v1alpha1\nmachine: {type: worker}\n'));
	await receiver.left();
});

function configTo({ endpoint }: Receiver): string {
	return `version: v1alpha1
machine:
    type: worker
    logging:
        destinations:
            - endpoint: ${endpoint}
              format: json_lines
              extraTags:
                site: home
`;
}
