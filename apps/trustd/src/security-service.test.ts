import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { State as StateService } from '@ichor/api/cosi';
import { SecurityService } from '@ichor/api/security';
import { addressBytes, createAuthority, createRequest, decodeCertificate, generateKeyPair } from '@ichor/machinery/pki';
import {
	currentAddressId,
	Member,
	machineRegistry,
	NodeAddress,
	OperatorSpec,
	OSRoot,
	operatorId,
	osRootId,
} from '@ichor/machinery/resources';
import { plainYaml } from '@ichor/machinery/yaml';
import { type Call, listenUnix, openChannel, RemoteState, RpcServer, serveState } from '@ichor/rpc';
import { createRegistry, InMemoryState, State } from '@ichor/runtime';
import { resourceTypes } from './resource-types.ts';
import { securityService } from './security-service.ts';

/** A cluster as one of its control planes, 10.5.0.2, knows it: another one, a worker, and the address that the two share. */
const memory = new InMemoryState();
const state = new State(memory);
const folder = mkdtempSync(join(tmpdir(), 'ichor-trustd-'));
const socket = join(folder, 'runtime.sock');
const machined = new RpcServer().add(StateService, serveState({ stateOf: () => memory, registry: machineRegistry(), toYaml: plainYaml }));
const channel = openChannel(`unix:${socket}`);
/** As trustd has it: over the wire, with the codecs of what it reads. */
const service = securityService(new State(new RemoteState(channel, { registry: createRegistry(resourceTypes) })));
const keys = await generateKeyPair('ed25519');

const listener = await listenUnix(machined.accept, socket);
after(async () => {
	channel.close();
	await machined.close();
	await listener.close();
	rmSync(folder, { recursive: true });
});

before(async () => {
	const hour = 3_600_000;
	const { crt, key } = await createAuthority({
		family: 'ed25519',
		subject: { organization: ['talos'] },
		notBefore: new Date(Date.now() - hour),
		notAfter: new Date(Date.now() + 48 * hour),
	});
	const issuingCA = { crt: btoa(crt), key: btoa(key) };
	await state.create(
		OSRoot.resource(osRootId, {
			issuingCA,
			acceptedCAs: [{ crt: btoa(crt) }],
			certSANIPs: [],
			certSANDNSNames: [],
			token: 'abcdef.0123456789abcdef',
		}),
	);
	const vip = {
		operator: 'vip',
		linkName: 'eth0',
		requireUp: true,
		vip: { ip: '10.5.0.100', gratuitousARP: true },
		layer: 'configuration',
	} as const;
	await state.create(OperatorSpec.resource(operatorId(vip), vip));
	await state.create(NodeAddress.resource(currentAddressId, { addresses: ['10.5.0.2/24', '192.168.7.2/24'], sortAlgorithm: 'v1' }));
	for (const [hostname, machineType, addresses] of [
		['cp-1', 'controlplane', ['10.5.0.2']],
		['cp-2', 'controlplane', ['10.5.0.3', 'fd00::3']],
		['w-1', 'worker', ['10.5.0.5', 'fd00::5']],
	] as const) {
		await state.create(
			Member.resource(hostname, {
				nodeId: `id of ${hostname}`,
				addresses: [...addresses],
				hostname,
				machineType,
				operatingSystem: 'Ichor',
			}),
		);
	}
});

async function ask(peer: string | undefined, addresses: readonly string[], token = 'abcdef.0123456789abcdef') {
	const names = { dnsNames: ['w-1'], addresses: await Promise.all(addresses.map(addressBytes)) };
	const csr = new TextEncoder().encode(await createRequest(keys, { commonName: ['w-1'] }, names));
	const call: Call = {
		path: `/${SecurityService.typeName}/Certificate`,
		signal: new AbortController().signal,
		peer,
		organisations: [],
		metadata: (name) => (name === 'token' ? [token] : []),
	};
	const answer = await service.certificate?.({ $typeName: 'securityapi.CertificateRequest', csr }, call);
	return decodeCertificate(new TextDecoder().decode(answer?.crt));
}

test('a machine gets a certificate for its own addresses', async () => {
	const { alternativeNames } = await ask('10.5.0.5', ['10.5.0.5', 'fd00::5', '127.0.0.1']);
	assert.deepEqual(alternativeNames, {
		dnsNames: ['w-1'],
		addresses: [Uint8Array.of(10, 5, 0, 5), await addressBytes('fd00::5'), Uint8Array.of(127, 0, 0, 1)],
	});
});

test('a machine that no member is yet gets one too, and so does one that has the address of its former self', async () => {
	assert.equal((await ask('10.5.0.6', ['10.5.0.6'])).alternativeNames.addresses.length, 1);
	assert.equal((await ask('10.5.0.3', ['10.5.0.3', 'fd00::3'])).alternativeNames.addresses.length, 2);
});

for (const [what, address] of [
	['the address that the control planes share', '10.5.0.100'],
	['an address of another member', '10.5.0.3'],
	['an IPv6 address of another member', 'fd00::3'],
	["this machine's address", '10.5.0.2'],
	["this machine's address in another network", '192.168.7.2'],
] as const) {
	test(`${what} is refused`, async () => {
		const why = `the request of 10.5.0.5 names ${address}, which is not its own`;
		await assert.rejects(ask('10.5.0.5', ['10.5.0.5', address]), { code: 'permission-denied', message: new RegExp(why) });
	});
}

test("a request without its caller's address is refused", async () => {
	for (const [peer, addresses] of [
		['10.5.0.5', []],
		['10.5.0.5', ['10.5.0.6']],
		[undefined, ['10.5.0.5']],
	] as const) {
		await assert.rejects(ask(peer, addresses), { code: 'permission-denied', message: /does not name its caller's address/ });
	}
});

test('a wrong token is refused before anything else is looked at', async () => {
	for (const token of ['', 'abcdef.0123456789abcdee']) {
		await assert.rejects(ask('10.5.0.5', [], token), { code: 'unauthenticated' });
	}
});
