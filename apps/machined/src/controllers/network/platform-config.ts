import { readFile } from 'node:fs/promises';
import { activePlatformConfigId, PlatformConfig, type PlatformConfigSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { given } from './given.ts';
import { hostnameOf } from './hostname-config.ts';

/** Where whoever made the container has left its name and its name servers, and what size of machine it stands for. */
export interface ContainerPlatform {
	readonly hostname: string;
	readonly resolvConf: string;
	/** `2CPU-8192RAM`. */
	readonly instanceType: string;
}

/** The network as the container's creator describes it. It has set the link, its address and its route itself. */
export function containerPlatformConfigController({ hostname, resolvConf, instanceType }: ContainerPlatform): Controller {
	return reconciling({
		name: 'network.PlatformConfigController',
		inputs: [],
		outputs: [{ type: PlatformConfig.type, kind: 'shared' }],
		async reconcile(_, runtime) {
			const name = (await readFile(hostname, 'utf8')).trim();
			const resolvers = readResolvConf(await readFile(resolvConf, 'utf8'));
			const spec: PlatformConfigSpec = {
				addresses: [],
				links: [],
				routes: [],
				hostnames: name === '' ? [] : [hostnameOf(name, 'platform')],
				resolvers: resolvers.dnsServers.length === 0 ? [] : [resolvers],
				timeServers: [],
				operators: [],
				externalIPs: [],
				metadata: { platform: 'container', ...given({ hostname: name, instanceType }) },
			};
			await publish(runtime, PlatformConfig, activePlatformConfigId, spec);
		},
	});
}

/** Servers and domains of a resolv.conf(5); the last `search` or `domain` line counts. */
export function readResolvConf(text: string): PlatformConfigSpec['resolvers'][number] {
	const lines = text.split('\n').map((line) =>
		line
			.replace(/[#;].*/, '')
			.trim()
			.split(/\s+/),
	);
	const dnsServers = lines.flatMap(([keyword, address]) => (keyword === 'nameserver' && address !== undefined ? [address] : []));
	const [, ...searchDomains] = lines.findLast(([keyword]) => keyword === 'search' || keyword === 'domain') ?? [];
	return { dnsServers, layer: 'platform', ...given({ searchDomains }) };
}
