import { openTalosClient, type TalosClient, tlsOfContext } from '@ichor/client/api';
import { contextOf, saveTalosconfig, singleContext, type Talosconfig } from '@ichor/client/talosconfig';
import type { CertificateAndKey } from '@ichor/machinery/pki';
import { OSRoot, osRootId } from '@ichor/machinery/resources';
import { generateClientCertificate } from '@ichor/machinery/secrets';
import { quotedList } from '@ichor/std';
import { failureText } from '../nodes/failure-text.ts';
import { printable } from '../output/printable.ts';
import { type AuthorityStep, accept, changeAuthority, drop, issueBy } from './authority-change.ts';
import { accepts, awaitCertificates, type CertificateState, isIssuedBy } from './await-certificates.ts';
import { changeNodes, patiently } from './change-nodes.ts';
import { type RotationOptions, sayAuthority, sayTopology } from './rotation.ts';

export interface TalosRotationOptions extends RotationOptions {
	/** The name of the new talosconfig's context. */
	readonly contextName: string;
	/** Where the new talosconfig is written, before any node changes: it is the only way in afterwards. */
	readonly output: string;
}

/**
 * Gives the Talos API of a cluster another authority: it is accepted on every node first, then issues, then the old one is
 * forgotten, so that whoever has either certificate is understood in between.
 *
 * @returns a client with a certificate of the new authority; `client` itself in a dry run
 * @throws Error at the first node that cannot be changed or reached; both authorities are accepted then
 */
export async function rotateTalos(client: TalosClient, authority: CertificateAndKey, options: TalosRotationOptions): Promise<TalosClient> {
	const { say, dryRun, contextName, signal } = options;
	say(`> Starting Talos API PKI rotation, dry-run mode ${dryRun}...`);
	say(`> Using config context: ${JSON.stringify(contextName)}`);
	say(`> Using Talos API endpoints: ${quotedList(client.endpoints)}`);
	sayTopology(options);
	const old = await currentAuthority(client, options);
	sayAuthority(options, '> Current Talos CA:', old);
	sayAuthority(options, '> New Talos CA:', authority.crt);
	const talosconfig = await newTalosconfig(authority, client.endpoints, contextName);
	const { identity } = tlsOfContext(contextOf(talosconfig));
	const connect = async (trust: readonly string[], endpoints = client.endpoints): Promise<TalosClient> =>
		await openTalosClient({ endpoints, signal, tls: { trust, ...(identity === undefined ? {} : { identity }) } });
	if (!dryRun) {
		say(`> Writing new talosconfig to ${JSON.stringify(options.output)}`);
		saveTalosconfig(talosconfig, { path: options.output, writable: true });
	}
	const change = async (title: string, through: TalosClient, step: AuthorityStep, reached: CertificateState): Promise<void> => {
		say(title);
		await changeNodes(options, through, (config) => changeAuthority(config, 'talos', step));
		await awaitCertificates(through, options, reached);
	};
	/** Each endpoint by itself: one that has not noticed yet would let nobody in. */
	const verify = async (what: string, trust: readonly string[]): Promise<void> => {
		const clients = await Promise.all(client.endpoints.map(async (endpoint) => await connect(trust, [endpoint])));
		try {
			await verifyThrough(clients, what, options);
		} finally {
			for (const one of clients) one.close();
		}
	};
	await verifyThrough([client], 'existing PKI', options);
	await change('> Adding new Talos CA as accepted...', client, accept(authority.crt), accepts(authority.crt));
	await verify('new client cert, but old server CA', [old, authority.crt]);
	const renewed = await connect([old, authority.crt]);
	try {
		const title = '> Making new Talos CA the issuing CA, old Talos CA the accepted CA...';
		await change(title, renewed, issueBy(authority, old), isIssuedBy(authority.crt));
		await verify('new PKI', [authority.crt]);
		await change('> Removing old Talos CA from the accepted CAs...', renewed, drop(old), (certificates) => !accepts(old)(certificates));
		await verify('new PKI', [authority.crt]);
	} catch (error) {
		renewed.close();
		throw error;
	}
	if (!dryRun) return renewed;
	renewed.close();
	say('> Dry-run mode enabled, no changes were made to the cluster, re-run with `--dry-run=false` to apply the changes.');
	return client;
}

async function currentAuthority(client: TalosClient, { controlPlanes: [first = ''], signal }: RotationOptions): Promise<string> {
	try {
		const { resource } = await client.node(first).state.get(OSRoot.pointer(osRootId), { signal });
		return atob(OSRoot.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).issuingCA?.crt ?? '');
	} catch (error) {
		throw new Error(`error fetching existing Talos CA: ${failureText(error)}`, { cause: error });
	}
}

async function newTalosconfig(authority: CertificateAndKey, endpoints: readonly string[], contextName: string): Promise<Talosconfig> {
	const { crt, key } = await generateClientCertificate({ certs: { os: authority } }, { now: new Date() });
	return singleContext(contextName, { endpoints: [...endpoints], ca: btoa(authority.crt), crt: btoa(crt), key: btoa(key) });
}

async function verifyThrough(
	clients: readonly TalosClient[],
	what: string,
	{ controlPlanes, workers, dryRun, say, signal }: RotationOptions,
): Promise<void> {
	say(`> Verifying connectivity with ${what}:`);
	for (const node of [...controlPlanes, ...workers]) {
		if (dryRun) {
			say(`  - ${node}: OK (dry-run)`);
			continue;
		}
		try {
			const ask = async (client: TalosClient) => await client.node(node).machine.version({}, { signal });
			const [first] = await Promise.all(clients.map(async (client) => await patiently(signal, async () => await ask(client))));
			say(`  - ${node}: OK (version ${printable(first?.messages[0]?.version?.tag ?? '')})`);
		} catch (error) {
			throw new Error(`error calling version API on node ${node}: ${failureText(error)}`, { cause: error });
		}
	}
}
