import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import {
	ConnectRecord_State,
	EtcdMemberAlarm_AlarmType,
	MachineService,
	ServiceStateEvent_Action,
	ServiceStateEventSchema,
} from '@ichor/api/machine';
import { ImageService } from '@ichor/api/machine/image';
import { TimeService } from '@ichor/api/time';
import type { Handlers } from '@ichor/rpc';
import { findCall, runCall } from '../command/call.ts';
import type { CommandNode } from '../command/command.ts';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { commandPath } from '../command/resolve.ts';
import { matchesGolden } from '../golden.ts';
import { fakeApi } from '../nodes/fake-api.ts';
import { tree } from '../tree.ts';

const metadata = { hostname: '192.0.2.2' };
const moment = { seconds: 1_795_284_727n, nanos: 500_000_000 };
const pod = { namespace: 'k8s.io', podId: 'kube-system/web', id: 'kube-system/web:main' };
/** Has no exact number in JSON. */
const memberId = 0x8e9e_05c5_2164_694dn;

const machine: Handlers<typeof MachineService> = {
	containers: async () => ({ messages: [{ metadata, containers: [{ ...pod, image: 'web:v1', pid: 7, status: 'CONTAINER_RUNNING' }] }] }),
	stats: async () => ({ messages: [{ metadata, stats: [{ ...pod, memoryUsage: 5_242_880n, cpuUsage: 9n }] }] }),
	mounts: async () => ({ messages: [{ metadata, stats: [{ filesystem: '/dev/vda', size: 4096n, available: 1024n, mountedOn: '/var' }] }] }),
	memory: async () => ({ messages: [{ metadata, meminfo: { memtotal: 8192n, memfree: 1024n, hugepagestotal: 3n } }] }),
	processes: async () => ({
		messages: [{ metadata, processes: [{ pid: 1, ppid: 0, state: 'S', cpuTime: 1.5, residentMemory: 4096n, args: '/sbin/init' }] }],
	}),
	serviceList: async () => ({
		messages: [
			{
				metadata,
				services: [
					{
						id: 'apid',
						state: 'Running',
						health: { healthy: true, lastChange: moment },
						events: { events: [{ msg: 'Health check successful', state: 'Running', ts: moment }] },
					},
				],
			},
		],
	}),
	upgrade: async () => ({ messages: [{ metadata, ack: 'Upgrade request received', actorId: 'a' }] }),
	serviceRestart: async () => ({ messages: [{ metadata, resp: 'Service "apid" is restarted' }] }),
	netstat: async () => ({
		messages: [
			{
				metadata,
				connectrecord: [{ l4proto: 'tcp', localip: '10.5.0.2', localport: 50000, state: ConnectRecord_State.ESTABLISHED, inode: 12n }],
			},
		],
	}),
	etcdMemberList: async () => ({
		messages: [{ metadata, members: [{ id: memberId, hostname: 'cp-1', peerUrls: ['https://10.5.0.2:2380'] }] }],
	}),
	etcdStatus: async () => ({
		messages: [{ metadata, memberStatus: { memberId, leader: memberId, dbSize: 4096n, dbSizeInUse: 1024n, raftIndex: 12n } }],
	}),
	etcdAlarmList: async () => ({ messages: [{ metadata, memberAlarms: [{ memberId, alarm: EtcdMemberAlarm_AlarmType.NOSPACE }] }] }),
	etcdAlarmDisarm: async () => ({ messages: [{ metadata, memberAlarms: [{ memberId, alarm: EtcdMemberAlarm_AlarmType.NOSPACE }] }] }),
	etcdDowngradeValidate: async () => ({ messages: [{ metadata, clusterDowngrade: { clusterVersion: '3.5.0' } }] }),
	etcdDowngradeEnable: async () => ({ messages: [{ metadata, clusterDowngrade: { clusterVersion: '3.5.0' } }] }),
	etcdDowngradeCancel: async () => ({ messages: [{ metadata, clusterDowngrade: { clusterVersion: '3.6.0' } }] }),
	async *list() {
		yield { metadata, name: '/etc/hosts', relativeName: 'hosts', size: 12n, mode: 0o644, modified: moment.seconds };
		yield { metadata, name: '/etc/\x1b[2J', relativeName: '\x1b[2J\x9b2J', link: 'hosts' };
	},
	async *diskUsage() {
		yield { metadata, name: '/var', relativeName: 'var', size: 4096n };
	},
	async *events() {
		yield { metadata };
		const value = toBinary(
			ServiceStateEventSchema,
			create(ServiceStateEventSchema, { service: 'apid', action: ServiceStateEvent_Action.RUNNING }),
		);
		yield { metadata, id: 'cr2l', actorId: 'a', data: { typeUrl: 'talos/runtime/machine.ServiceStateEvent', value } };
	},
};

const lines = [
	'containers',
	'stats',
	'mounts',
	'memory',
	'processes',
	'service',
	'service apid',
	'service apid restart',
	'netstat',
	'etcd members',
	'etcd status',
	'etcd alarm list',
	'etcd alarm disarm',
	'etcd downgrade validate 3.5',
	'etcd downgrade enable 3.5',
	'etcd downgrade cancel',
	'list /etc',
	'usage /var',
	'events',
	'time',
	'image list',
	'upgrade --legacy --drain=false --wait=false',
	'config contexts',
];

/** What a terminal would take for a command. */
const hostile = /[\p{Cc}--\n]/v;

test('what a command lists is there for programs too, in one shape', async (t) => {
	const talosconfig = await served(t);
	let text = '';
	for (const line of lines) {
		for (const form of ['json', 'yaml']) {
			const terminal = new FakeTerminal();
			const words = [...line.split(' '), '--output', form, '--talosconfig', talosconfig];
			await runCall(await findCall(tree, words), terminal);
			text += `$ ichor ${line} --output ${form}\n${terminal.output}\n`;
		}
	}
	assert.doesNotMatch(text, hostile);
	matchesGolden(
		new URL('testdata/listings.txt', import.meta.url),
		text.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT').replace(/(?<=started"?: ).*/g, 'now'),
	);
});

test('the page about it has every command that prints a list, and no other', async () => {
	const page = readFileSync(new URL('../../../../docs/output.md', import.meta.url), 'utf8');
	const told = [...page.matchAll(/^\| `([a-z0-9 -]+)`/gm)].map(([, name = '']) => name);
	const has: string[] = [];
	for await (const { name, values } of outputFlags()) if (values === 'table, json, yaml') has.push(name);
	assert.deepEqual(told.toSorted(), has.toSorted());
});

async function* outputFlags(path: readonly CommandNode[] = [tree]): AsyncGenerator<{ readonly name: string; readonly values: string }> {
	const node = path.at(-1);
	const output = Object.values((await node?.load?.())?.flags ?? {}).find(({ name }) => name === 'output');
	if (output !== undefined) yield { name: commandPath(path.slice(1)), values: output.valueName };
	for (const child of node?.children ?? []) yield* outputFlags([...path, child]);
}

async function served(t: TestContext): Promise<string> {
	return await fakeApi(t, (server) =>
		server
			.add(MachineService, machine)
			.add(TimeService, {
				time: async () => ({ messages: [{ metadata, server: 'time.example.org', localtime: moment, remotetime: moment }] }),
			})
			.add(ImageService, {
				async *list() {
					yield { name: 'web:v1', digest: 'sha256:1', size: 5_000_000_000n, labels: { a: 'b' }, createdAt: moment };
				},
			}),
	);
}
