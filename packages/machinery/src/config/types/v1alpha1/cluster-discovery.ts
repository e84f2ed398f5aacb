import type { Problems } from '../../document.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { parseRequestURI } from '../../scalars/url.ts';
import type { ClusterSection } from './cluster.gen.ts';

/** What the discovery service needs, while it is on: a URL without a path, and the cluster's identity. */
export function checkDiscovery({ id, secret, discovery }: ClusterSection, problems: Problems): void {
	const service = discovery?.registries?.service;
	if (!discovery?.enabled || service?.disabled) return;
	if (service?.endpoint) checkEndpoint(service.endpoint, problems);
	if (!id) problems.error(['id'], 'cluster discovery service requires .cluster.id');
	if (!secret) problems.error(['secret'], 'cluster discovery service requires .cluster.secret');
}

function checkEndpoint(endpoint: string, problems: Problems): void {
	const path = ['discovery', 'registries', 'service', 'endpoint'];
	const url = attempt(() => parseRequestURI(endpoint));
	if (url instanceof TextRefusal) problems.error(path, `cluster discovery service registry endpoint is invalid: ${url.message}`);
	else if (url.path !== '' && url.path !== '/') problems.error(path, 'cluster discovery service path should be empty');
}
