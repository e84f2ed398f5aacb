import { ControllerManagerConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { extraArguments, flag, list, map, record, type SpecOf, specCodec, text } from '../spec/index.ts';
import { extraVolume, podResources } from './pod-fields.ts';

/** How the controller manager is to run on this machine. */
export const ControllerManagerConfig = defineResource({
	type: 'ControllerManagerConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: specCodec(ControllerManagerConfigSpecSchema, {
		enabled: flag,
		image: text,
		cloudProvider: text,
		podCIDRs: list(text),
		serviceCIDRs: list(text),
		extraArgs: extraArguments,
		extraVolumes: list(record(extraVolume)),
		environmentVariables: map(text),
		resources: record(podResources),
	}),
});

export type ControllerManagerConfigSpec = SpecOf<typeof ControllerManagerConfig>;

export const controllerManagerConfigId = 'kube-controller-manager';
