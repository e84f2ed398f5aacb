import { AdmissionControlConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, list, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const admissionPluginSpec = {
	name: text,
	configuration: freeForm,
};

/** The plugins that may refuse what is asked of the API server, with their configurations. */
export const AdmissionControlConfig = defineResource({
	type: 'AdmissionControlConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: specCodec(AdmissionControlConfigSpecSchema, {
		config: list(record(admissionPluginSpec)),
	}),
});

export type AdmissionControlConfigSpec = SpecOf<typeof AdmissionControlConfig>;

export const admissionControlConfigId = 'admission-control';
