import type { EtcdSpecSpec } from '@ichor/machinery/resources';
import { paths } from '../paths.ts';

/** The user that etcd runs as, and its files belong to (upstream: 60). */
export const etcdUser = 60;
export const etcdClientPort = 2379;
export const etcdPeerPort = 2380;

/** How etcd comes up: with the data that it has, as a new cluster, or as one more member. */
export type EtcdStart = { readonly state: 'new' | 'existing'; readonly cluster: string } | 'data';

/** etcd's command line (etcd's documentation, configuration flags). */
export function etcdArguments(spec: EtcdSpecSpec, start: EtcdStart): readonly string[] {
	const pki = (name: string) => `${paths.etcdPki}/${name}`;
	const urls = (addresses: readonly string[], port: number) => addresses.map((address) => etcdUrl(address, port)).join(',');
	const values: Readonly<Record<string, string>> = {
		name: spec.name,
		'data-dir': paths.etcdData,
		'listen-peer-urls': urls(spec.listenPeerAddresses, etcdPeerPort),
		'listen-client-urls': urls([...spec.listenClientAddresses], etcdClientPort),
		'initial-advertise-peer-urls': urls(spec.advertisedAddresses, etcdPeerPort),
		'advertise-client-urls': urls(spec.advertisedAddresses, etcdClientPort),
		'client-cert-auth': 'true',
		'cert-file': pki('server.crt'),
		'key-file': pki('server.key'),
		'trusted-ca-file': pki('ca.crt'),
		'peer-client-cert-auth': 'true',
		'peer-cert-file': pki('peer.crt'),
		'peer-key-file': pki('peer.key'),
		'peer-trusted-ca-file': pki('ca.crt'),
		'tls-min-version': 'TLS1.3',
		...(start === 'data' ? {} : { 'initial-cluster': start.cluster, 'initial-cluster-state': start.state }),
		...Object.fromEntries(Object.entries(spec.extraArgs).map(([key, all]) => [key, all.join(',')])),
	};
	return Object.entries(values).map(([key, value]) => `--${key}=${value}`);
}

export function etcdUrl(address: string, port: number): string {
	return `https://${address.includes(':') ? `[${address}]` : address}:${port}`;
}
