import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import { attempt, TextRefusal } from '../scalars/refusal.ts';
import { parseURL } from '../scalars/url.ts';
import { discoveryEndpointProblem } from '../types/cluster/discovery-service-config.ts';

export interface DiscoveryService {
	readonly name: string;
	readonly endpoint: string;
}

/** The service that a root document means that names none. */
export const publicDiscoveryEndpoint = 'https://discovery.talos.dev/';

/** The discovery services of a machine: the root document's one, if it switches discovery on, or else those of the documents. */
export function discoveryServices(config: MachineConfig): readonly DiscoveryService[] {
	const legacy = legacyService(config);
	if (legacy !== undefined) return [legacy];
	return documentsOf(config, 'DiscoveryServiceConfig').map(({ value }) => ({ name: value.name ?? '', endpoint: value.endpoint ?? '' }));
}

/** Who the cluster is, from the root document or else from the document for it; empty texts for what is not set. */
export function discoveryIdentity(config: MachineConfig): { readonly id: string; readonly secret: string } {
	const { id = '', secret = '' } = rootOf(config)?.cluster ?? {};
	if (id !== '' || secret !== '') return { id, secret };
	const { clusterID = '', clusterSecret = '' } = documentsOf(config, 'DiscoveryIdentityConfig')[0]?.value ?? {};
	return { id: clusterID, secret: clusterSecret };
}

/**
 * Where to connect to for a discovery service: its host and port, 443 unless the URL says otherwise or is of plain HTTP.
 * Throws TextRefusal when the URL is not that of a discovery service.
 */
export function discoveryAddress(endpoint: string): { readonly address: string; readonly insecure: boolean } {
	const url = parseURL(endpoint);
	const problem = discoveryEndpointProblem(url);
	if (problem !== undefined) throw new TextRefusal(problem);
	const insecure = url.scheme === 'http';
	const host = url.hostname.includes(':') ? `[${url.hostname}]` : url.hostname;
	return { address: `${host}:${url.port || (insecure ? '80' : '443')}`, insecure };
}

function legacyService(config: MachineConfig): DiscoveryService | undefined {
	const { enabled, registries } = rootOf(config)?.cluster?.discovery ?? {};
	if (!enabled || registries?.service?.disabled) return undefined;
	const endpoint = registries?.service?.endpoint || publicDiscoveryEndpoint;
	return attempt(() => parseURL(endpoint)) instanceof TextRefusal ? undefined : { name: 'legacy', endpoint };
}
