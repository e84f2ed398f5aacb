import { KubeletConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { extraArguments, flag, freeForm, list, optional, record, type SpecOf, specCodec, text } from '../spec/index.ts';
import { mount } from './mount-fields.ts';

/** What the machine configuration says of the kubelet. */
export const KubeletConfig = defineResource({
	type: 'KubeletConfigs.kubernetes.talos.dev',
	namespace: 'k8s',
	sensitive: true,
	codec: specCodec(KubeletConfigSpecSchema, {
		image: text,
		clusterDNS: list(text),
		clusterDomain: text,
		extraArgs: optional(extraArguments),
		extraMounts: optional(list(record(mount))),
		extraConfig: optional(freeForm),
		cloudProviderExternal: flag,
		defaultRuntimeSeccompEnabled: flag,
		skipNodeRegistration: flag,
		staticPodListURL: text,
		disableManifestsDirectory: flag,
		enableFSQuotaMonitoring: flag,
		credentialProviderConfig: optional(freeForm),
		allowSchedulingOnControlPlane: flag,
	}),
});

export type KubeletConfigSpec = SpecOf<typeof KubeletConfig>;

export const kubeletConfigId = 'kubelet';
