// Generated from model/k8s/kubelet-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Runs the kubelet on this node.
 * Takes the place of `machine.kubelet`; with both, the configuration is refused. How the node appears in Kubernetes is in
 * KubeNodeConfig.
 */
export interface KubeletConfig extends DocumentMeta {
	/** Reference of the kubelet's image, with a tag. */
	readonly image?: string;
	/**
	 * Settings in the form of a `KubeletConfiguration`, without `apiVersion` and `kind`.
	 * Fields that the system must decide itself are refused: authentication, authorization, cgroups, the port,
	 * `resolvConf`, `staticPodPath` and the like.
	 */
	readonly config?: FreeForm;
	/**
	 * Further command line arguments by name, without the dashes.
	 * Most are deprecated by Kubernetes: `config` is the better place.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/**
	 * Addresses of the DNS servers that pods are given.
	 * Absent, the tenth address of the service subnets, which is where CoreDNS listens.
	 */
	readonly clusterDNS?: readonly string[];
	/**
	 * Filters the system calls of containers that do not say otherwise.
	 * @default false
	 */
	readonly defaultRuntimeSeccompProfileEnabled?: boolean;
}

export const kubeletConfigSchema: StructSchema = {
	name: 'k8s.KubeletConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'image', type: scalar.string },
		{ name: 'config', type: { of: 'any' } },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'clusterDNS', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'defaultRuntimeSeccompProfileEnabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
