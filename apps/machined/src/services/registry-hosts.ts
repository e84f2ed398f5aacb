import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import type { State } from '@ichor/runtime';
import { activeConfig } from '../boot/configuration.ts';
import { paths } from '../paths.ts';

interface Mirror {
	readonly endpoints: readonly { readonly url: string; readonly overridePath: boolean }[];
	readonly skipFallback: boolean;
}

/** Writes the configured registry mirrors where containerd reads them, and returns the folder. */
export async function writeRegistryHosts(state: Pick<State, 'find'>): Promise<string> {
	const config = await activeConfig(state);
	await rm(paths.registryHosts, { recursive: true, force: true });
	await mkdir(paths.registryHosts, { recursive: true });
	for (const [registry, mirror] of config === undefined ? [] : mirrorsOf(config)) {
		const folder = join(paths.registryHosts, registry === '*' ? '_default' : registry.replace(/:(\d+)$/, '_$1_'));
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, 'hosts.toml'), hostsToml(registry, mirror));
	}
	return paths.registryHosts;
}

/** The mirrors of the root document, and of those documents that name one registry each. */
export function mirrorsOf(config: MachineConfig): ReadonlyMap<string, Mirror> {
	const mirrors = new Map<string, Mirror>();
	for (const [registry, mirror] of Object.entries(rootOf(config)?.machine?.registries?.mirrors ?? {})) {
		const endpoints = (mirror?.endpoints ?? []).map((url) => ({ url: url ?? '', overridePath: mirror?.overridePath ?? false }));
		mirrors.set(registry, { endpoints, skipFallback: mirror?.skipFallback ?? false });
	}
	for (const { name = '', value } of documentsOf(config, 'RegistryMirrorConfig')) {
		const endpoints = (value.endpoints ?? []).map((endpoint) => ({
			url: endpoint?.url ?? '',
			overridePath: endpoint?.overridePath ?? false,
		}));
		mirrors.set(name, { endpoints, skipFallback: value.skipFallback ?? false });
	}
	return mirrors;
}

/** containerd's file for one registry (its documentation, hosts.md). */
export function hostsToml(registry: string, { endpoints, skipFallback }: Mirror): string {
	const fallback =
		skipFallback || registry === '*'
			? ''
			: `server = ${JSON.stringify(`https://${registry === 'docker.io' ? 'registry-1.docker.io' : registry}`)}\n`;
	const hosts = endpoints.map(({ url, overridePath }) => {
		const { origin, pathname } = new URL(url);
		const address = overridePath ? url : `${origin}${pathname === '/' ? '' : pathname.replace(/\/$/, '')}/v2`;
		return `[host.${JSON.stringify(address)}]\n  capabilities = ["pull", "resolve"]\n  override_path = true\n`;
	});
	return fallback + hosts.join('');
}
