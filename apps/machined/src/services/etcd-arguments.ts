import type { EtcdSpecSpec } from '@ichor/machinery/resources';
import { paths } from '../paths.ts';

export const etcdClientPort = 2379;
export const etcdPeerPort = 2380;

/** How etcd comes up: with the data that it has, as a new cluster, or as one more member. */
export type EtcdStart = { readonly state: 'new' | 'existing'; readonly cluster: string } | 'data';

/**
 * etcd's command line (etcd's documentation, configuration flags).
 *
 * @throws Error for a further argument that the machine decides by itself
 */
export function etcdArguments(spec: EtcdSpecSpec, start: EtcdStart): readonly string[] {
	const pki = (name: string) => `${paths.etcdPki}/${name}`;
	const urls = (addresses: readonly string[], port: number) => addresses.map((address) => etcdUrl(address, port)).join(',');
	const decided: Readonly<Record<string, string>> = {
		name: spec.name,
		'data-dir': paths.etcdData,
		'listen-peer-urls': urls(spec.listenPeerAddresses, etcdPeerPort),
		'listen-client-urls': urls(spec.listenClientAddresses, etcdClientPort),
		'auto-tls': 'false',
		'client-cert-auth': 'true',
		'cert-file': pki('server.crt'),
		'key-file': pki('server.key'),
		'trusted-ca-file': pki('ca.crt'),
		'peer-auto-tls': 'false',
		'peer-client-cert-auth': 'true',
		'peer-cert-file': pki('peer.crt'),
		'peer-key-file': pki('peer.key'),
		'peer-trusted-ca-file': pki('ca.crt'),
	};
	const defaults: Readonly<Record<string, string>> = {
		'initial-advertise-peer-urls': urls(spec.advertisedAddresses, etcdPeerPort),
		'advertise-client-urls': urls(spec.advertisedAddresses, etcdClientPort),
		'tls-min-version': 'TLS1.3',
		'max-learners': joiningAtOnce,
		...(start === 'data' ? {} : { 'initial-cluster': start.cluster, 'initial-cluster-state': start.state }),
	};
	const forbidden = Object.keys(spec.extraArgs).find((key) => key in decided);
	if (forbidden !== undefined) throw new Error(`the argument "${forbidden}" of etcd is decided by the machine: remove it from extraArgs`);
	const all = { ...decided, ...defaults, ...spec.extraArgs };
	return Object.entries(all).flatMap(([key, values]) => [values].flat().map((value) => `--${key}=${value}`));
}

/** A third member need not wait until the second votes and etcd has seen it vote for five seconds (etcd's HealthInterval). */
const joiningAtOnce = '2';

export function etcdUrl(address: string, port: number): string {
	return `https://${address.includes(':') ? `[${address}]` : address}:${port}`;
}
