import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connect } from 'node:tls';
import { ClusterService } from '@ichor/api/cluster';
import { State } from '@ichor/api/cosi';
import { HistoryService } from '@ichor/api/ichor/history';
import { InspectService } from '@ichor/api/inspect';
import { MachineService } from '@ichor/api/machine';
import { ImageService } from '@ichor/api/machine/image';
import { LifecycleService } from '@ichor/api/machine/lifecycle';
import { StorageService } from '@ichor/api/storage';
import { TimeService } from '@ichor/api/time';
import { decodeSecrets, generateClientCertificate } from '@ichor/machinery/secrets';
import { type Channel, createClient, openChannel, RpcError } from '@ichor/rpc';
import { background, withTimeout } from '@ichor/std';
import definition from './roles.ts';
import { StartedCluster } from './started-cluster.ts';

const context = withTimeout(background, 10 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: every method with every role: ${skip}`);

const services = [
	MachineService,
	ClusterService,
	StorageService,
	TimeService,
	InspectService,
	HistoryService,
	State,
	ImageService,
	LifecycleService,
];
const methods = services.flatMap((service) => service.methods.map((method) => ({ service, method })));

/** What each role may do besides nothing: an administrator everything (upstream: machined's rules, read one by one). */
const reader =
	'CPUFreqStats CPUInfo Containers DiskStats DiskUsage Dmesg Events Hostname ImageList List LoadAvg Logs LogsContainers Memory Mounts Netstat NetworkDeviceStats Processes ServiceList Stats SystemStat Version EtcdAlarmList EtcdMemberList EtcdStatus HealthCheck Disks Time TimeCheck ControllerRuntimeDependencies Journal State/Get State/List State/Watch ImageService/List ImageService/Verify'.split(
		' ',
	);
const operator =
	'EtcdAlarmDisarm EtcdDefragment EtcdSnapshot ImagePull PacketCapture Reboot Restart ServiceRestart ServiceStart ServiceStop Shutdown ImageService/Pull'.split(
		' ',
	);
const allowed: Readonly<Record<string, readonly string[]>> = {
	'os:operator': [...reader, ...operator],
	'os:reader': reader,
	'os:etcd:backup': ['EtcdAlarmList', 'EtcdMemberList', 'EtcdSnapshot', 'EtcdStatus'],
	'os:unknown': [],
};

/** What an empty request would do to the machine: whoever may, is not tried. */
const violent = new Set(
	'Bootstrap EtcdDefragment EtcdForfeitLeadership EtcdLeaveCluster EtcdRecover Reboot Reset Rollback Shutdown Upgrade'.split(' '),
);

describe('every method with every role, through apid', { skip, timeout: 10 * 60_000 }, () => {
	const started = Date.now();
	const [address = ''] = definition.nodes.map((node) => node.address);
	const channels = new Map<string, Channel>();
	let cluster: StartedCluster;

	before(async () => {
		cluster = await StartedCluster.start(context, definition, 'roles', '--no-kubernetes');
		const secrets = decodeSecrets(await readFile(join(cluster.folder.path, 'secrets.yaml'), 'utf8'));
		const trust = [secrets.certs?.os?.crt ?? ''];
		for (const role of ['os:admin', ...Object.keys(allowed)]) {
			const { crt, key } = await generateClientCertificate(secrets, { roles: [role], now: new Date() });
			channels.set(role, openChannel(`${address}:50000`, { tls: { trust, identity: { certificate: crt, key } } }));
		}
	});

	after(async () => {
		for (const channel of channels.values()) channel.close();
		await cluster.remove();
		console.log(`every method with every role: ${((Date.now() - started) / 1000).toFixed(0)} s from nothing to nothing`);
	});

	/** The refusal of an empty request; undefined when it is answered, also in vain. */
	const refusal = async (role: string, { service, method }: (typeof methods)[number]): Promise<string | undefined> => {
		const client = createClient(service, channels.get(role) ?? assert.fail(role)) as Readonly<Record<string, Call | undefined>>;
		const call = client[method.localName] ?? assert.fail(method.name);
		const streams = method.methodKind === 'client_streaming' || method.methodKind === 'bidi_streaming';
		try {
			const answer = call(streams ? [] : {}, { timeout: 5000 });
			await (Symbol.asyncIterator in answer ? answer.next().then(async () => await answer.return(undefined)) : answer);
			return undefined;
		} catch (error) {
			return error instanceof RpcError ? `${error.code}: ${error.message}` : String(error);
		}
	};
	const denied = /^permission-denied: .*not authorized/;
	const named = ({ service, method }: (typeof methods)[number], names: readonly string[]) =>
		service === State || service === ImageService
			? names.includes(`${service.typeName.split('.').at(-1)}/${method.name}`)
			: service === LifecycleService
				? false
				: names.includes(method.name);

	test('an administrator is refused nowhere', async () => {
		for (const one of methods.filter(({ method }) => !violent.has(method.name))) {
			assert.doesNotMatch((await refusal('os:admin', one)) ?? '', denied, one.method.name);
		}
	});

	for (const [role, names] of Object.entries(allowed)) {
		test(`${role} may do what it is for`, async () => {
			for (const one of methods) {
				const may = named(one, names);
				if (may && violent.has(one.method.name)) continue;
				const said = (await refusal(role, one)) ?? 'answered';
				const what = `${role} ${one.service.typeName}/${one.method.name}`;
				if (may) assert.doesNotMatch(said, denied, what);
				// what nobody serves is refused to nobody in particular
				else assert.match(said, /^permission-denied: .*not authorized|^unimplemented: .*does not implement/, what);
			}
		});
	}

	test('nobody gets as far as a method without a certificate', async () => {
		const said = await new Promise<string>((resolve) => {
			const socket = connect({ host: address, port: 50000, rejectUnauthorized: false, ALPNProtocols: ['h2'] });
			socket.on('data', () => resolve('apid speaks HTTP/2'));
			socket.on('error', ({ message }) => resolve(message));
			socket.on('close', () => resolve('closed'));
			// RFC 9113, 3.4: what a client begins with
			socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
		});
		assert.match(said, /certificate required|closed|ECONNRESET/);
	});
});

type Call = (request: object, options: { readonly timeout: number }) => Promise<unknown> | AsyncGenerator<unknown, undefined, undefined>;
