import { controlPlanePort, defaultKubernetesVersion, kubeAPIServerImage } from '../../versions/defaults.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import type { FreeForm } from '../types/scalars.gen.ts';
import type { ComponentVolumeMount } from '../types/v1alpha1/cluster-components.gen.ts';
import { type Arguments, argumentsOf, environmentOf, type PodResources, resourcesOf } from './pod-settings.ts';

export interface APIServer {
	readonly image: string;
	readonly extraArgs: Arguments;
	readonly env: ReadonlyMap<string, string>;
	readonly resources: PodResources;
	readonly extraVolumes: readonly VolumeMount[];
	readonly apiPort: number;
	/** More names and addresses for its certificate. */
	readonly certSANs: readonly string[];
	readonly startupProbes: boolean;
	/** Clients are authenticated by {@link authentication}, not by arguments. */
	readonly usesAuthenticationConfig: boolean;
	/** The authorizers for nodes and for roles are there without being configured. */
	readonly injectsDefaultAuthorizers: boolean;
}

export interface VolumeMount {
	readonly name: string;
	readonly hostPath: string;
	readonly mountPath: string;
	readonly readOnly: boolean;
}

export interface AdmissionPlugin {
	readonly name: string;
	readonly configuration: FreeForm;
}

export interface Authorizer {
	readonly name: string;
	readonly type: string;
	readonly webhook: FreeForm;
}

/** kube-apiserver, by the document or else, with defaults, by the root document; undefined when neither is there. */
export function apiServer(config: MachineConfig): APIServer | undefined {
	const [document] = documentsOf(config, 'KubeAPIServerConfig');
	if (document !== undefined) {
		const { image = '', extraArgs, env, resources, apiPort, certExtraSANs = [], startupProbes = true } = document.value;
		return {
			image,
			extraArgs: argumentsOf(extraArgs),
			env: environmentOf(env),
			resources: resourcesOf(resources),
			extraVolumes: [trustedRoots],
			apiPort: Number(apiPort ?? controlPlanePort),
			certSANs: certExtraSANs,
			startupProbes,
			usesAuthenticationConfig: true,
			injectsDefaultAuthorizers: false,
		};
	}
	const root = rootOf(config);
	if (root === undefined) return undefined;
	const { image, extraArgs, env, resources, extraVolumes = [], certSANs = [] } = root.cluster?.apiServer ?? {};
	return {
		image: image || `${kubeAPIServerImage}:v${defaultKubernetesVersion}`,
		extraArgs: argumentsOf(extraArgs),
		env: environmentOf(env),
		resources: resourcesOf(resources),
		extraVolumes: extraVolumes.map(volumeMountOf),
		apiPort: Number(root.cluster?.controlPlane?.localAPIServerPort || controlPlanePort),
		certSANs,
		startupProbes: false,
		usesAuthenticationConfig: false,
		injectsDefaultAuthorizers: true,
	};
}

/** The admission plugins: the documents', or else the root document's. */
export function admissionPlugins(config: MachineConfig): readonly AdmissionPlugin[] {
	const documents = documentsOf(config, 'KubeAdmissionControlConfig').map(({ value }) => value);
	const plugins = documents.length > 0 ? documents : (rootOf(config)?.cluster?.apiServer?.admissionControl ?? []);
	return plugins.map((plugin) => ({ name: plugin?.name ?? '', configuration: plugin?.configuration ?? {} }));
}

/** What goes into the audit log, by the document or else by the root document; undefined when neither is there. */
export function auditPolicy(config: MachineConfig): FreeForm | undefined {
	const [document] = documentsOf(config, 'KubeAuditPolicyConfig');
	if (document !== undefined) return document.value.configuration ?? {};
	const root = rootOf(config);
	if (root === undefined) return undefined;
	const policy = root.cluster?.apiServer?.auditPolicy ?? {};
	return Object.keys(policy).length > 0 ? policy : defaultAuditPolicy;
}

/** How clients are authenticated, by the document; undefined without it. */
export function authentication(config: MachineConfig): FreeForm | undefined {
	const [document] = documentsOf(config, 'KubeAuthenticationConfig');
	return document && (document.value.configuration ?? {});
}

/** The authorizers in their order: the documents', or else the root document's. */
export function authorizers(config: MachineConfig): readonly Authorizer[] {
	const documents = documentsOf(config, 'KubeAuthorizerConfig').map(({ value }) => value);
	const sources = documents.length > 0 ? documents : (rootOf(config)?.cluster?.apiServer?.authorizationConfig ?? []);
	return sources.map((source) => ({ name: source?.name ?? '', type: source?.type ?? '', webhook: source?.webhook ?? {} }));
}

/** The certificates that the machine trusts, for webhooks and for OpenID Connect. */
const trustedRoots: VolumeMount = { name: 'ca-roots', hostPath: '/etc/ssl/certs', mountPath: '/etc/ssl/certs', readOnly: true };

/** Every request, without what was in it. */
const defaultAuditPolicy: FreeForm = { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules: [{ level: 'Metadata' }] };

/** A volume of the root document has no name: it is made from the path in the pod. */
export function volumeMountOf({ hostPath = '', mountPath = '', readonly = false }: ComponentVolumeMount): VolumeMount {
	const name = mountPath.replaceAll(/[/_.]/g, '-').replaceAll(/^-+|-+$/g, '');
	return { name, hostPath, mountPath, readOnly: readonly };
}
