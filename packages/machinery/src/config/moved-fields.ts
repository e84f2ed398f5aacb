import { controlPlaneLabel } from '../versions/defaults.ts';
import type { ConfigDocument } from './document.ts';
import { isStructValue, type StructValue } from './schema/zero.ts';
import type { RootConfig } from './types/v1alpha1/root.gen.ts';

/** Fields of the root document that a document takes the place of, and that are set all the same. */
export interface MovedFields {
	/** From the root: `machine.network.hostname`. */
	readonly fields: readonly string[];
	/** What the document has to say instead; absent when it cannot say all of it. */
	readonly change?: DocumentChange;
}

/** Fields to merge into a document, or its end. */
export type DocumentChange = StructValue | 'delete';

/** What stands in the way of a document; undefined when nothing does that we know of. Holds no secret. */
export function movedFields({ kind, value }: ConfigDocument, root: RootConfig): MovedFields | undefined {
	const fields = replacedFields[kind]?.filter((field) => valueAt(root, field) !== undefined) ?? [];
	if (fields.length === 0) return undefined;
	const changes = fields.map((field) => moves[kind]?.[field]?.(valueAt(root, field), value));
	const whole = changes.filter((change) => change !== undefined);
	return whole.length === changes.length ? { fields, change: whole.reduce(merged) } : { fields };
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

/** What a document says in the place of a field of the root document; undefined when it cannot say all of it. */
type Move = (value: unknown, document: object) => DocumentChange | undefined;

const moves: Readonly<Record<string, Readonly<Record<string, Move>>>> = {
	HostnameConfig: { 'machine.network.hostname': (hostname) => change({ auto: 'off', hostname }) },
	KubeClusterConfig: { 'cluster.clusterName': as('clusterName'), 'cluster.controlPlane.endpoint': as('endpoint') },
	KubeFlannelCNIConfig: { 'cluster.network': flannel },
	KubeNetworkConfig: {
		'cluster.network': (value) => {
			const { cni, ...networks } = Object(value);
			return isCustom(cni) ? undefined : same('dnsDomain', 'podSubnets', 'serviceSubnets')(networks, {});
		},
	},
	KubeNodeConfig: {
		'cluster.allowSchedulingOnControlPlanes': scheduling,
		'machine.nodeLabels': as('labels'),
		'machine.nodeAnnotations': as('annotations'),
		'machine.nodeTaints': as('taints'),
	},
	KubePrismConfig: { 'machine.features.kubePrism': kubePrism },
	KubeProxyConfig: { 'cluster.proxy': kubeProxy },
	KubeSpanConfig: { 'machine.network.kubespan': same('enabled', 'advertiseKubernetesNetworks', 'allowDownPeerBypass', 'mtu') },
	ResolverConfig: {
		'machine.network.nameservers': (addresses) =>
			Array.isArray(addresses) ? change({ nameservers: addresses.map((address) => ({ address })) }) : undefined,
		'machine.network.searchDomains': (domains) => change({ searchDomains: { domains } }),
	},
	UnattendedInstallConfig: { 'machine.install': install },
};

function as(key: string): Move {
	return (value) => change({ [key]: value });
}

/** Fields that have the same names in the document, when there are no others. */
function same(...names: readonly string[]): Move {
	return (value) => {
		const entries = Object.entries(Object(value)).filter(([, field]) => field !== '' && !(Array.isArray(field) && field.length === 0));
		return entries.every(([name]) => names.includes(name)) ? change(Object.fromEntries(entries)) : undefined;
	};
}

/** Without the document there is no flannel, which is what other names of a CNI ask for. */
function flannel(value: unknown): DocumentChange | undefined {
	const { cni } = Object(value);
	if (isCustom(cni)) return undefined;
	return Object(cni).name === 'none' ? 'delete' : {};
}

/** A CNI by its manifests, which the documents take as manifests like any other. */
function isCustom(cni: unknown): boolean {
	const { name = 'flannel', urls = [], flannel } = Object(cni);
	return !['none', 'flannel'].includes(name) || urls.length > 0 || flannel !== undefined;
}

function kubeProxy(value: unknown): DocumentChange | undefined {
	const { disabled = false, ...others } = Object(value);
	return disabled === true ? change({ enabled: false }) : same('image', 'mode', 'extraArgs')(others, {});
}

function kubePrism(value: unknown): DocumentChange {
	const { enabled, port } = Object(value);
	return enabled === true ? change(port === undefined ? {} : { port }) : 'delete';
}

/** The documents have a taint where the root document has a word. */
function scheduling(allowed: unknown, node: object): DocumentChange {
	const tainted = Object(Object(node).taints)[controlPlaneLabel] !== undefined;
	return allowed === true && tainted ? change({ taints: { [controlPlaneLabel]: { $patch: 'delete' } } }) : {};
}

/** A selector that a patch does not repeat is lost, so that it says again which disk. */
function install(value: unknown, document: object): DocumentChange | undefined {
	const { disk, image, wipe, ...others } = Object(value);
	if (Object.keys(others).length > 0) return undefined;
	const match = typeof disk === 'string' ? `disk.dev_path == ${JSON.stringify(disk)}` : Object(document).provisioning?.diskSelector?.match;
	if (match === undefined) return undefined;
	return change({
		...(image === undefined ? {} : { installer: { image } }),
		provisioning: { diskSelector: { match }, ...(wipe === undefined ? {} : { wipe }) },
	});
}

/** Values of the root document are values of a configuration. */
function change(fields: Readonly<Record<string, unknown>>): StructValue {
	return fields as StructValue;
}

function merged(one: DocumentChange, other: DocumentChange): DocumentChange {
	if (one === 'delete' || other === 'delete') return 'delete';
	const result: StructValue = { ...one };
	for (const [key, value] of Object.entries(other)) {
		const before = result[key];
		result[key] = isStructValue(before) && isStructValue(value) ? (merged(before, value) as StructValue) : value;
	}
	return result;
}

function valueAt(root: RootConfig, field: string): unknown {
	let value: unknown = root;
	for (const key of field.split('.')) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
	return value;
}
