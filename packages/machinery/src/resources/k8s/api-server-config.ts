import { APIServerConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { extraArguments, flag, list, map, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { extraVolume, podResources } from './pod-fields.ts';

/** How the API server is to run on this machine. */
export const APIServerConfig = defineResource({
	type: 'APIServerConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	sensitive: true,
	codec: specCodec(APIServerConfigSpecSchema, {
		image: text,
		cloudProvider: text,
		controlPlaneEndpoint: text,
		etcdServers: list(text),
		localPort: whole,
		serviceCIDR: named('serviceCidRs', list(text)),
		extraArgs: extraArguments,
		extraVolumes: list(record(extraVolume)),
		environmentVariables: map(text),
		advertisedAddress: text,
		resources: record(podResources),
		// of 1.14: not there where the root document configures the API server
		startupProbesEnabled: optional(flag),
		useAuthenticationConfig: optional(flag),
	}),
});

export type APIServerConfigSpec = SpecOf<typeof APIServerConfig>;

export const apiServerConfigId = 'kube-apiserver';
