import { SchedulerConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { extraArguments, flag, freeForm, list, map, record, type SpecOf, specCodec, text } from '../spec/index.ts';
import { extraVolume, podResources } from './pod-fields.ts';

/** How the scheduler is to run on this machine. */
export const SchedulerConfig = defineResource({
	type: 'SchedulerConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: specCodec(SchedulerConfigSpecSchema, {
		enabled: flag,
		image: text,
		extraArgs: extraArguments,
		extraVolumes: list(record(extraVolume)),
		environmentVariables: map(text),
		resources: record(podResources),
		config: freeForm,
	}),
});

export type SchedulerConfigSpec = SpecOf<typeof SchedulerConfig>;

export const schedulerConfigId = 'kube-scheduler';
