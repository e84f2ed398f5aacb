import type { ConfigDocument, ConfigPath } from './document.ts';
import type { RootConfig } from './types/v1alpha1/root.gen.ts';

export interface ConflictHint {
	/** The field of the root document that stands in the way. */
	readonly field: ConfigPath;
	/** What to do, with the patch that mends it. */
	readonly hint: string;
}

/**
 * How to mend a document that the root document contradicts: the patch that takes the old fields away and, where they can be
 * carried over whole, sets them in the document. Undefined for kinds that we have no advice for. Shows no secret.
 */
export function conflictHint({ kind }: ConfigDocument, root: RootConfig): ConflictHint | undefined {
	const fields = replacedFields[kind]?.filter((field) => valueAt(root, field) !== undefined) ?? [];
	const [first] = fields;
	if (first === undefined) return undefined;
	const moved = fields.map((field) => moves[kind]?.[field]?.(valueAt(root, field)));
	const deletion = deletionOf(fields);
	const hint = moved.every((lines) => lines !== undefined)
		? `this patch says in the ${kind} what the root document says:\n${deletion}---\napiVersion: v1alpha1\nkind: ${kind}\n${moved.join('')}`
		: `${kind} replaces ${fields.map((field) => `.${field}`).join(', ')}: set what you need there, and take the old away with this patch:\n${deletion}`;
	return { field: first.split('.'), hint };
}

/** The fields of the root document that each kind takes the place of. */
const replacedFields: Readonly<Record<string, readonly string[]>> = {
	CRIBaseRuntimeSpecConfig: ['machine.baseRuntimeSpecOverrides'],
	DiscoveryIdentityConfig: ['cluster.id', 'cluster.secret'],
	DiscoveryServiceConfig: ['cluster.discovery'],
	HostnameConfig: ['machine.network.hostname', 'machine.features.stableHostname'],
	ImageCacheConfig: ['machine.features.imageCache'],
	KubeAPIServerCAConfig: ['cluster.ca'],
	KubeAPIServerConfig: ['cluster.apiServer', 'cluster.controlPlane.localAPIServerPort'],
	KubeAdmissionControlConfig: ['cluster.apiServer.admissionControl'],
	KubeAggregatorCAConfig: ['cluster.aggregatorCA'],
	KubeAuditPolicyConfig: ['cluster.apiServer.auditPolicy'],
	KubeAuthorizerConfig: ['cluster.apiServer.admissionControl'],
	KubeClusterConfig: ['cluster.clusterName', 'cluster.controlPlane.endpoint'],
	KubeControllerManagerConfig: ['cluster.controllerManager', 'machine.controlPlane.controllerManager'],
	KubeCoreDNSConfig: ['cluster.coreDNS'],
	KubeCredentialProviderConfig: ['machine.kubelet'],
	KubeEtcdEncryptionConfig: ['cluster.secretboxEncryptionSecret', 'cluster.aescbcEncryptionSecret'],
	KubeFlannelCNIConfig: ['cluster.network'],
	KubeNetworkConfig: ['cluster.network'],
	KubeNodeConfig: [
		'cluster.allowSchedulingOnControlPlanes',
		'cluster.allowSchedulingOnMasters',
		'machine.kubelet.skipNodeRegistration',
		'machine.kubelet.registerWithFQDN',
		'machine.kubelet.nodeIP',
		'machine.nodeLabels',
		'machine.nodeAnnotations',
		'machine.nodeTaints',
	],
	KubePrismConfig: ['machine.features.kubePrism'],
	KubeProxyConfig: ['cluster.proxy'],
	KubeSchedulerConfig: ['cluster.scheduler', 'machine.controlPlane.scheduler'],
	KubeServiceAccountConfig: ['cluster.serviceAccount'],
	KubeSpanConfig: ['machine.network.kubespan'],
	KubeTalosAPIAccessConfig: ['machine.features.kubernetesTalosAPIAccess'],
	KubeletConfig: ['machine.kubelet'],
	ResolverConfig: [
		'machine.network.searchDomains',
		'machine.network.nameservers',
		'machine.network.disableSearchDomain',
		'machine.features.hostDNS',
	],
	TimeSyncConfig: ['machine.time'],
	UnattendedInstallConfig: ['machine.install'],
	VolumeConfig: ['machine.systemDiskEncryption'],
};

/** The lines of a document that say what a field of the root document said; undefined when they cannot say all of it. */
type Move = (value: unknown) => string | undefined;

const as = (key: string) => (value: unknown) => `${key}: ${JSON.stringify(value)}\n`;

const moves: Readonly<Record<string, Readonly<Record<string, Move>>>> = {
	HostnameConfig: { 'machine.network.hostname': (hostname) => `auto: off\nhostname: ${JSON.stringify(hostname)}\n` },
	KubeClusterConfig: { 'cluster.clusterName': as('clusterName'), 'cluster.controlPlane.endpoint': as('endpoint') },
	KubeNetworkConfig: { 'cluster.network': same('dnsDomain', 'podSubnets', 'serviceSubnets') },
	KubeNodeConfig: { 'machine.nodeLabels': as('labels'), 'machine.nodeAnnotations': as('annotations'), 'machine.nodeTaints': as('taints') },
	KubeSpanConfig: { 'machine.network.kubespan': same('enabled', 'advertiseKubernetesNetworks', 'allowDownPeerBypass', 'mtu') },
	ResolverConfig: {
		'machine.network.nameservers': (addresses) =>
			Array.isArray(addresses) ? as('nameservers')(addresses.map((address) => ({ address }))) : undefined,
		'machine.network.searchDomains': (domains) => as('searchDomains')({ domains }),
	},
	UnattendedInstallConfig: { 'machine.install': install },
};

/** Fields that have the same names in the document, when there are no others. */
function same(...names: readonly string[]): Move {
	return (value) => {
		const entries = Object.entries(Object(value)).filter(([, field]) => field !== '' && !(Array.isArray(field) && field.length === 0));
		return entries.every(([name]) => names.includes(name)) ? entries.map(([name, field]) => as(name)(field)).join('') : undefined;
	};
}

function install(value: unknown): string | undefined {
	const { disk, image, wipe = false, ...others } = Object(value);
	if (typeof disk !== 'string' || Object.keys(others).length > 0) return undefined;
	const installer = image === undefined ? '' : as('installer')({ image });
	return installer + as('provisioning')({ diskSelector: { match: `disk.dev_path == ${JSON.stringify(disk)}` }, wipe });
}

interface Deletion {
	[key: string]: Deletion | 'delete';
}

/** A patch that deletes fields of the root document. */
function deletionOf(fields: readonly string[]): string {
	const tree: Deletion = {};
	for (const field of fields) {
		let branch = tree;
		for (const key of field.split('.')) {
			const next = branch[key] ?? {};
			if (next === 'delete') break;
			branch[key] = next;
			branch = next;
		}
		branch.$patch = 'delete';
	}
	return linesOf(tree, '').join('');
}

function linesOf(tree: Deletion, indent: string): string[] {
	return Object.entries(tree).flatMap(([key, value]) =>
		value === 'delete' ? [`${indent}${key}: delete\n`] : [`${indent}${key}:\n`, ...linesOf(value, `${indent}    `)],
	);
}

function valueAt(root: RootConfig, field: string): unknown {
	let value: unknown = root;
	for (const key of field.split('.')) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
	return value;
}
