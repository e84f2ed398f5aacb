// Generated from model/k8s/kube-api-server-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type KubeResources, kubeResourcesSchema } from './resources.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Runs the Kubernetes API server on this control plane node.
 * Takes the place of `cluster.apiServer` and `cluster.controlPlane.localAPIServerPort`; with both, the configuration is
 * refused. Authentication and authorization are documents of their own, KubeAuthenticationConfig and KubeAuthorizerConfig,
 * and this one does not work without them.
 */
export interface KubeAPIServerConfig extends DocumentMeta {
	/**
	 * Reference of the API server's image, with a tag.
	 * The tag tells the Kubernetes version even where a digest pins the content.
	 */
	readonly image?: string;
	/**
	 * Further command line arguments by name, without the dashes.
	 * Arguments about authentication, authorization and OpenID are refused: they have documents of their own.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/** Environment variables of the API server. */
	readonly env?: Readonly<Record<string, string>>;
	/** CPU and memory of the API server's pod. */
	readonly resources?: KubeResources;
	/**
	 * Port of the API server, on every address of the node.
	 * @default 6443
	 */
	readonly apiPort?: Integer;
	/**
	 * Further names and addresses that the API server's certificate should be good for.
	 * Addresses and names of the node, Kubernetes' own names and the cluster's endpoint are always in it.
	 */
	readonly certExtraSANs?: readonly string[];
	/**
	 * Gives the API server time to start before its health is judged.
	 * @default true
	 */
	readonly startupProbes?: boolean;
}

export const kubeAPIServerConfigSchema: StructSchema = {
	name: 'k8s.KubeAPIServerConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'image', type: scalar.string },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: kubeResourcesSchema }, omitEmpty: true },
		{ name: 'apiPort', type: scalar.int, nullable: true, omitEmpty: true },
		{ name: 'certExtraSANs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'startupProbes', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
