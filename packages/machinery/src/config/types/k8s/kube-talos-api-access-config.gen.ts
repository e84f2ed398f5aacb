// Generated from model/k8s/kube-talos-api-access-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Lets pods use the machine API through their service account.
 * Takes the place of `machine.features.kubernetesTalosAPIAccess`; with both, the configuration is refused. Without either,
 * no pod has access.
 */
export interface KubeTalosAPIAccessConfig extends DocumentMeta {
	/**
	 * Roles that pods may be given.
	 * Absent, none. `os:admin` hands the cluster to whoever can create objects in an allowed namespace.
	 */
	readonly allowedRoles?: readonly string[];
	/** Namespaces whose pods may have access. */
	readonly allowedKubernetesNamespaces?: readonly string[];
}

export const kubeTalosAPIAccessConfigSchema: StructSchema = {
	name: 'k8s.KubeTalosAPIAccessConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'allowedRoles', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'allowedKubernetesNamespaces', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};
