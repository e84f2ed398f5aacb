// Generated from model/k8s/kube-proxy-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type KubeResources, kubeResourcesSchema } from './resources.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Deploys kube-proxy, which forwards connections to services.
 * Takes the place of `cluster.proxy`; with both, the configuration is refused.
 */
export interface KubeProxyConfig extends DocumentMeta {
	/**
	 * Deploys kube-proxy when the cluster is created.
	 * Switch it off for a network such as Cilium's that does this work itself; what was deployed before stays.
	 * @default true
	 */
	readonly enabled?: boolean;
	/** Reference of the kube-proxy image, with a tag. */
	readonly image?: string;
	/**
	 * How connections are forwarded.
	 * The others are for old workloads only and are warned about.
	 * @default nftables
	 */
	readonly mode?: string;
	/** Settings in the form of a `KubeProxyConfiguration`, without `apiVersion` and `kind`. */
	readonly config?: FreeForm;
	/**
	 * Further command line arguments by name, without the dashes.
	 * kube-proxy runs from a configuration file, with which most of its arguments do nothing: use `config`.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/** CPU and memory of the kube-proxy pods. */
	readonly resources?: KubeResources;
}

export const kubeProxyConfigSchema: StructSchema = {
	name: 'k8s.KubeProxyConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'mode', type: scalar.string, omitEmpty: true },
		{ name: 'config', type: { of: 'any' } },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: kubeResourcesSchema }, omitEmpty: true },
	],
};
