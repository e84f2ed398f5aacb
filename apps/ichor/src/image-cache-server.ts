import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { FlatCache, registryListener } from '@ichor/oci';
import type { Terminal } from './command/terminal.ts';

export interface ServedCache {
	/** `host:port`; without a host, every address of this machine. */
	readonly address: string;
	readonly path: string;
	readonly mirrors: readonly string[];
	/** Files; with both of them by TLS. */
	readonly certificate: string;
	readonly key: string;
}

/** Serves a cache until the signal. Writes the patch to the working directory, unless the port is for the kernel to choose. */
export async function serveImageCache(signal: AbortSignal, terminal: Terminal, cache: ServedCache): Promise<void> {
	if (!existsSync(cache.path)) throw new Error(`there is no ${cache.path}: make it with \`ichor image cache-create --layout=flat\``);
	const secure = cache.certificate !== '' && cache.key !== '';
	const { host, port } = hostAndPort(cache.address);
	if (port !== 0) {
		terminal.err(`writing config patch to ${patchFile}`);
		writeFileSync(patchFile, mirrorPatch(cache.mirrors, addressesOf(host, port), secure));
	}
	const listener = registryListener(new FlatCache(cache.path));
	const server: Server = secure
		? createTlsServer({ cert: readFileSync(cache.certificate), key: readFileSync(cache.key) }, listener)
		: createServer(listener);
	server.listen(port, host === '' ? undefined : host);
	await once(server, 'listening', { signal });
	const bound = server.address() as AddressInfo;
	terminal.err(
		`serving ${cache.path} on ${secure ? 'https' : 'http'}://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`,
	);
	await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
	server.close();
	server.closeAllConnections();
}

/** As upstream calls it. */
const patchFile = 'image-cache-mirrors-patch.yaml';

/** One RegistryMirrorConfig for each registry. */
export function mirrorPatch(mirrors: readonly string[], addresses: readonly string[], secure: boolean): string {
	const endpoints = addresses.map((address) => `    - url: ${secure ? 'https' : 'http'}://${address}\n`).join('');
	return mirrors.map((name) => `apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: ${name}\nendpoints:\n${endpoints}`).join('---\n');
}

function hostAndPort(address: string): { readonly host: string; readonly port: number } {
	const found = /^(?:\[(?<bracketed>[0-9a-fA-F:.]+)\]|(?<plain>[^:]*)):(?<port>\d{1,5})$/.exec(address)?.groups;
	if (found === undefined || Number(found.port) > 65_535) throw new Error(`"${address}" is no address: write HOST:PORT`);
	return { host: found.bracketed ?? found.plain ?? '', port: Number(found.port) };
}

/** What machines can reach it by: the host that it listens on, or every address of this machine but loopback. */
function addressesOf(host: string, port: number): readonly string[] {
	const all = host === '' || host === '0.0.0.0' || host === '::';
	const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.filter(({ internal }) => !internal));
	const addresses = all ? own.map(({ address }) => address) : [host];
	return addresses.map((address) => (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`));
}
