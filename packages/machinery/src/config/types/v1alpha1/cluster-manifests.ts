import type { Problems } from '../../document.ts';
import { endpointProblem } from '../../endpoint.ts';
import { quote } from '../../quote.ts';
import { trimSpace } from '../../scalars/byte-count.ts';
import type { ClusterExternalCloudProvider, ClusterInlineManifest } from './cluster.gen.ts';

/** The manifests of a cloud provider are URLs, and only of use when it is switched on. */
export function checkExternalCloudProvider({ enabled, manifests = [] }: ClusterExternalCloudProvider, problems: Problems): void {
	if (!enabled) {
		if (manifests.length > 0) problems.error(['manifests'], 'external cloud provider is disabled, but manifests are provided');
		return;
	}
	for (const [index, url] of manifests.entries()) {
		const problem = endpointProblem(url);
		if (problem === undefined) continue;
		problems.error(['manifests', index], `invalid external cloud provider manifest url ${quote(url)}: ${problem}`);
	}
}

/** Each inline manifest has a name of its own. */
export function checkInlineManifests(manifests: readonly ClusterInlineManifest[], problems: Problems): void {
	const seen = new Set<string>();
	for (const [index, { name = '' }] of manifests.entries()) {
		if (trimSpace(name) === '') problems.error([index, 'name'], "inline manifest name can't be empty");
		if (seen.has(name)) problems.error([index, 'name'], `inline manifest name ${quote(name)} is duplicate`);
		seen.add(name);
	}
}
