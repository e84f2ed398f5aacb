import {
	applyPatches,
	loadConfig,
	parsePatch,
	unexpandedText,
	unexpandedVariables,
	type ValidationMode,
	validateConfig,
} from '@ichor/machinery/config';
import { generateConfig } from '@ichor/machinery/generate';
import type { SecretsBundle } from '@ichor/machinery/secrets';
import { hasFeature } from '@ichor/machinery/versions';
import type { Cluster, ClusterNode } from './cluster.ts';
import type { ClusterNetwork, PatchDefinition } from './definition.ts';
import { ClusterError } from './errors.ts';

export interface RenderOptions {
	readonly secrets: SecretsBundle;
	/** What kind of machines the nodes are. */
	readonly mode: ValidationMode;
	/** After the definition's own. */
	readonly patches?: readonly PatchDefinition[];
}

export interface RenderedNode {
	readonly node: ClusterNode;
	/** Its machine configuration: canonical, the same bytes for the same definition and secrets. */
	readonly config: string;
	/** What nobody may have meant: values that patches lose, variables that nothing replaces. */
	readonly warnings: readonly string[];
}

/**
 * The machine configuration of every node.
 *
 * @throws ClusterError `invalid` for one that its machine would refuse, with the node's name and every broken rule
 * @throws ConfigError for a patch that does not apply
 */
export function render(cluster: Cluster, options: RenderOptions): readonly RenderedNode[] {
	return cluster.nodes.map((node) => ({ node, ...renderNode(cluster, node, options) }));
}

function renderNode(cluster: Cluster, node: ClusterNode, { secrets, mode, patches = [] }: RenderOptions): Omit<RenderedNode, 'node'> {
	const { schedulableControlPlanes = false, network } = cluster.definition;
	const generated = generateConfig(
		{
			clusterName: cluster.name,
			endpoint: cluster.endpoint,
			kubernetesVersion: cluster.kubernetes,
			contract: cluster.contract,
			secrets,
			allowSchedulingOnControlPlanes: schedulableControlPlanes,
			// a worker never has it, and trustd signs for nobody who asks for it
			...(network.vip === undefined || node.role !== 'controlplane' ? {} : { additionalSubjectAltNames: [network.vip] }),
		},
		node.role,
	);
	const own = [...(cluster.definition.patches ?? []), ...patches].filter(({ when }) => when?.(node) ?? true);
	const texts = [...derivedPatches(cluster, node), ...own.map(({ yaml }) => yaml)];
	const { text, warnings } = applyPatches(
		generated,
		texts.map((yaml) => parsePatch(yaml, `the patch of ${node.name}`)),
	);
	const config = typeof text === 'string' ? text : new TextDecoder().decode(text);
	const loaded = loadConfig(config, { name: node.name });
	const { error } = validateConfig(loaded, { mode, local: true, strict: false });
	if (error !== undefined)
		throw new ClusterError('invalid', `${node.name} would refuse its configuration: ${error.message}`, { cause: error });
	return { config, warnings: [...warnings, ...unexpandedVariables(loaded).map(unexpandedText)] };
}

/** What the definition says of a node and upstream's generator has no input for. */
function derivedPatches({ contract, definition: { network } }: Cluster, node: ClusterNode): readonly string[] {
	return [
		// quoted, because YAML 1.1 reads off as false
		`apiVersion: v1alpha1\nkind: HostnameConfig\nauto: "off"\nhostname: ${node.name}\n`,
		...subnetPatches(contract, network),
		...(network.vip === undefined || node.role === 'worker'
			? []
			: [`apiVersion: v1alpha1\nkind: Layer2VIPConfig\nname: ${network.vip}\nlink: ${network.link}\n`]),
	];
}

/** The root document has them, and from 1.14 on a document of their own, beside which it may not. */
function subnetPatches(contract: Cluster['contract'], { pods, services }: ClusterNetwork): readonly string[] {
	const lines = [
		...(pods === undefined ? [] : [`podSubnets: ${JSON.stringify([pods].flat())}`]),
		...(services === undefined ? [] : [`serviceSubnets: ${JSON.stringify([services].flat())}`]),
	];
	if (lines.length === 0) return [];
	if (hasFeature(contract, 'multidocKubernetesConfigSupported')) {
		return [`${['apiVersion: v1alpha1', 'kind: KubeNetworkConfig', ...lines].join('\n')}\n`];
	}
	return [`cluster:\n  network:\n${lines.map((line) => `    ${line}\n`).join('')}`];
}
