import { BootstrapManifestsConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { flag, freeForm, list, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { podResources } from './pod-fields.ts';

/** What the manifests of a new cluster are made from. */
export const BootstrapManifestsConfig = defineResource({
	type: 'BootstrapManifestsConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: specCodec(BootstrapManifestsConfigSpecSchema, {
		string: named('server', text),
		clusterDomain: text,
		podCIDRs: list(text),
		proxyEnabled: flag,
		proxyImage: text,
		proxyArgs: list(text),
		coreDNSEnabled: flag,
		coreDNSImage: text,
		dnsServiceIP: text,
		dnsServiceIPv6: text,
		flannelEnabled: flag,
		flannelImage: text,
		flannelExtraArgs: list(text),
		flannelKubeServiceHost: text,
		flannelKubeServicePort: text,
		flannelKubeNetworkPoliciesEnabled: flag,
		flannelKubeNetworkPoliciesImage: text,
		podSecurityPolicyEnabled: flag,
		talosAPIServiceEnabled: flag,
		cniName: text,
		// of 1.14: what the documents about kube-proxy and flannel say besides
		proxyConfig: optional(freeForm),
		proxyConfigChecksum: optional(text),
		proxyResources: optional(record(podResources)),
		flannelBackendType: optional(text),
		flannelBackendPort: optional(whole),
		flannelBackendMTU: optional(whole),
		flannelBackendExtraConfig: optional(freeForm),
		flannelResources: optional(record(podResources)),
	}),
});

export type BootstrapManifestsConfigSpec = SpecOf<typeof BootstrapManifestsConfig>;

export const bootstrapManifestsConfigId = 'manifests';
