// Generated from model/k8s/kube-admission-control-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Configures one admission plugin of the Kubernetes API server.
 * One document per plugin. Takes the place of the plugin's entry in `cluster.apiServer.admissionControl`; with both, the
 * configuration is refused.
 */
export interface KubeAdmissionControlConfig extends DocumentMeta {
	/** Name of the plugin as Kubernetes spells it, such as `PodSecurity`. */
	readonly name?: string;
	/** The plugin's own configuration, with its `apiVersion` and `kind`. */
	readonly configuration?: FreeForm;
}

export const kubeAdmissionControlConfigSchema: StructSchema = {
	name: 'k8s.KubeAdmissionControlConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'configuration', type: { of: 'any' } },
	],
};
