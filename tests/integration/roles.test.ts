import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connect } from 'node:tls';
import type { Data } from '@ichor/api/common';
import { State } from '@ichor/api/cosi';
import { MachineService } from '@ichor/api/machine';
import { DebugService } from '@ichor/api/machine/debug';
import { ImageService } from '@ichor/api/machine/image';
import { LifecycleService } from '@ichor/api/machine/lifecycle';
import { nodeServices } from '@ichor/api/node-services';
import { type CertificateAndKey, type DistinguishedName, issueKeyPair } from '@ichor/machinery/pki';
import { decodeSecrets, generateClientCertificate, generateSecrets, type SecretsBundle } from '@ichor/machinery/secrets';
import { type Channel, createClient, openChannel, RpcError } from '@ichor/rpc';
import { background, withTimeout } from '@ichor/std';
import definition from './roles.ts';
import { StartedCluster } from './started-cluster.ts';

const context = withTimeout(background, 30 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: every method with every role: ${skip}`);

const methods = nodeServices.flatMap((service) => service.methods.map((method) => ({ service, method })));

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
	'os:image:verifier': ['ImageService/Verify'],
	'os:meta:writer': ['MetaDelete', 'MetaWrite'],
	// between nodes: who calls is in the metadata then
	'os:impersonator': [],
	'os:unknown': [],
	// a certificate without an organisation
	'': [],
	// names that are nearly one
	'os:admin ': [],
	'OS:ADMIN': [],
	'os:admin,os:reader': [],
	'os:admin\0': [],
	'os:admin:': [],
};

/** What an empty request would do to the machine: whoever may, is not tried. */
const violent = new Set(
	'Bootstrap EtcdDefragment EtcdForfeitLeadership EtcdLeaveCluster EtcdRecover Reboot Reset Rollback Shutdown Upgrade'.split(' '),
);

describe('every method with every role, through apid', { skip, timeout: 30 * 60_000 }, () => {
	const started = Date.now();
	const [address = ''] = definition.nodes.map((node) => node.address);
	const channels = new Map<string, Channel>();
	let cluster: StartedCluster;
	let secrets: SecretsBundle;

	before(async () => {
		cluster = await StartedCluster.start(context, definition, 'roles', '--no-kubernetes');
		secrets = decodeSecrets(await readFile(join(cluster.folder.path, 'secrets.yaml'), 'utf8'));
		const trust = [secrets.certs?.os?.crt ?? ''];
		for (const role of ['os:admin', ...Object.keys(allowed)]) {
			const { crt, key } = await generateClientCertificate(secrets, { roles: role === '' ? [] : [role], now: new Date() });
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
			: service === LifecycleService || service === DebugService
				? false
				: names.includes(method.name);

	console.log(`every method with every role: ${methods.length} methods, ${Object.keys(allowed).length + 1} roles, and nobody`);

	test('an administrator is refused nowhere', async () => {
		for (const one of methods.filter(({ method }) => !violent.has(method.name))) {
			assert.doesNotMatch((await refusal('os:admin', one)) ?? '', denied, one.method.name);
		}
	});

	for (const [role, names] of Object.entries(allowed)) {
		test(`${JSON.stringify(role)} may do what it is for`, async () => {
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

	test('roles come from the certificate, whatever the metadata say', async () => {
		const client = createClient(MachineService, channels.get('os:reader') ?? assert.fail());
		for (const metadata of [
			{ 'talos-role': ['os:admin'] },
			{ 'talos-role': ['os:admin'], proxyfrom: ['10.123.49.2'] },
			{ 'Talos-Role': ['os:admin'], node: [address] },
			{ 'talos-role': ['os:admin'], nodes: [address] },
		]) {
			const read = client.read({ path: '/etc/hostname' }, { metadata, timeout: 10_000 });
			const said = await collect(read).catch((error: unknown) => String(error));
			assert.match(said, /not authorized/, JSON.stringify(metadata));
		}
	});

	test('a certificate that is not of this cluster, not of this time or not of a client lets nobody in', async () => {
		const os = secrets.certs?.os ?? assert.fail();
		const strangers = await generateSecrets({ now: new Date() });
		const hour = 3_600_000;
		const issue = async (
			authority: CertificateAndKey,
			[from, to]: readonly [number, number],
			usages: readonly ('clientAuth' | 'serverAuth')[],
		) =>
			await issueKeyPair(
				authority,
				{ organization: ['os:admin'] },
				{
					notBefore: new Date(Date.now() + from * hour),
					notAfter: new Date(Date.now() + to * hour),
					keyUsage: ['digitalSignature'],
					extendedKeyUsage: [...usages],
				},
			);
		const client = ['clientAuth'] as const;
		const refused = {
			'of another authority': await issue(strangers.certs?.os ?? assert.fail(), [-1, 1], client),
			'of an authority of this cluster that is not of the API': await issue(secrets.certs?.etcd ?? assert.fail(), [-1, 1], client),
			'that has expired': await issue(os, [-2, -1], client),
			'that is not valid yet': await issue(os, [1, 2], client),
			'of a server': await issue(os, [-1, 1], ['serverAuth']),
			'of a client and a server (upstream: #12870)': await issue(os, [-1, 1], ['clientAuth', 'serverAuth']),
			'without a usage': await issue(os, [-1, 1], []),
			'that is the authority itself': os,
			'with the key of another': { ...(await issue(os, [-1, 1], client)), key: (await issue(os, [-1, 1], client)).key },
		};
		const lets = async ({ crt, key }: CertificateAndKey): Promise<string> => {
			try {
				const channel = openChannel(`${address}:50000`, { tls: { trust: [os.crt], identity: { certificate: crt, key } } });
				try {
					await createClient(MachineService, channel).version({}, { timeout: 10_000 });
					return 'in';
				} finally {
					channel.close();
				}
			} catch (error) {
				return error instanceof RpcError ? error.code : 'refused by TLS itself';
			}
		};
		assert.equal(await lets(await issue(os, [-1, 1], client)), 'in');
		for (const [which, pair] of Object.entries(refused)) assert.notEqual(await lets(pair), 'in', `a certificate ${which}`);
	});

	test('a role is an organisation by itself, wherever else its name stands', async () => {
		const os = secrets.certs?.os ?? assert.fail();
		const hour = 3_600_000;
		const validity = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + hour) };
		const usage = { keyUsage: ['digitalSignature'], extendedKeyUsage: ['clientAuth'] } as const;
		const readsFile = async (name: DistinguishedName, dnsNames: readonly string[] = []): Promise<string> => {
			const alternativeNames = { dnsNames: [...dnsNames], addresses: [] };
			const { crt, key } = await issueKeyPair(os, name, { ...validity, ...usage, alternativeNames });
			const channel = openChannel(`${address}:50000`, { tls: { trust: [os.crt], identity: { certificate: crt, key } } });
			try {
				return await collect(createClient(MachineService, channel).read({ path: '/etc/hostname' }, { timeout: 10_000 }));
			} catch (error) {
				return String(error);
			} finally {
				channel.close();
			}
		};
		assert.equal(await readsFile({ organization: ['os:reader', 'os:admin'] }), 'cp-1\n');
		const tricks: readonly DistinguishedName[] = [
			{ commonName: ['os:admin'] },
			{ commonName: ['x, O=os:admin'] },
			{ organizationalUnit: ['os:admin'] },
			{ locality: ['os:admin'], organization: ['os:reader'] },
			...[',', ', O=', '/O=', '+O=', '\nO=', '\0', '\\,', '"'].map((joint) => ({ organization: [`os:reader${joint}os:admin`] })),
			{ organization: Array.from({ length: 500 }, (_, index) => `os:admin${index}`) },
		];
		for (const name of tricks) assert.match(await readsFile(name), /not authorized/, JSON.stringify(name).slice(0, 80));
		assert.match(await readsFile({}, ['os:admin', 'O=os:admin']), /not authorized/, 'another name of the subject');
	});

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

/** What came, and what a node refused. */
async function collect(answers: AsyncIterable<Data>): Promise<string> {
	let text = '';
	for await (const { bytes, metadata } of answers) text += Buffer.from(bytes).toString() + (metadata?.error ?? '');
	return text;
}
