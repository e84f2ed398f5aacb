import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../paths.ts';

interface Mirror {
	readonly endpoints: readonly { readonly url: string; readonly overridePath: boolean }[];
	readonly skipFallback: boolean;
}

/** Makes the folder that containerd reads say what the configuration says of registries. What holds already is not written again. */
export async function writeRegistryHosts(config: MachineConfig | undefined): Promise<void> {
	const mirrors = config === undefined ? new Map<string, Mirror>() : mirrorsOf(config);
	const wanted = new Map([...mirrors].map(([registry, mirror]) => [folderOf(registry), hostsToml(registry, mirror)]));
	await mkdir(paths.registryHosts, { recursive: true });
	for (const name of await readdir(paths.registryHosts)) {
		if (!wanted.has(name)) await rm(join(paths.registryHosts, name), { recursive: true, force: true });
	}
	for (const [name, text] of wanted) {
		const file = join(paths.registryHosts, name, 'hosts.toml');
		if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
		await mkdir(join(paths.registryHosts, name), { recursive: true });
		await writeFileAtomically(file, text, 0o644);
	}
}

/** How containerd looks for a registry (its documentation, hosts.md). */
function folderOf(registry: string): string {
	return registry === '*' ? '_default' : registry.replace(/:(\d+)$/, '_$1_');
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
