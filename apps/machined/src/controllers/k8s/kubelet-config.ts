import { plainValue, rootOf } from '@ichor/machinery/config';
import { addressInSubnet, clusterNetwork, credentialProvider, kubelet, kubernetesNode } from '@ichor/machinery/effective';
import { KubeletConfig, kubeletConfigId, StaticPodServerStatus, staticPodServerStatusId } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';
import { dnsServiceIndex } from './bootstrap-manifests-config.ts';
import { argumentMapOf } from './component-fields.ts';
import { isEmpty, jsonObject } from './json.ts';

/** What the machine configuration says of the kubelet. */
export const kubeletConfigController: Controller = reconciling({
	name: 'k8s.KubeletConfigController',
	inputs: [configInput, { ...StaticPodServerStatus.kind, id: staticPodServerStatusId, kind: 'weak' }],
	outputs: [{ type: KubeletConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const server = (await runtime.find(StaticPodServerStatus.pointer(staticPodServerStatusId)))?.spec;
		const root = config && rootOf(config);
		const wanted = config && kubelet(config);
		if (config === undefined || wanted === undefined || root?.machine === undefined || root.cluster === undefined || server === undefined) {
			return await publish(runtime, KubeletConfig, kubeletConfigId, undefined);
		}
		const network = clusterNetwork(config);
		const node = kubernetesNode(config);
		const dns = (network?.serviceSubnets ?? []).map((subnet) => addressInSubnet(subnet, dnsServiceIndex));
		const extraConfig = jsonObject(plainValue(wanted.extraConfig));
		const provider = jsonObject(plainValue(credentialProvider(config)));
		await publish(runtime, KubeletConfig, kubeletConfigId, {
			image: wanted.image,
			clusterDNS: wanted.clusterDNS.length > 0 ? wanted.clusterDNS : dns,
			clusterDomain: network?.dnsDomain ?? '',
			...(wanted.extraArgs.size === 0 ? {} : { extraArgs: argumentMapOf(wanted.extraArgs) }),
			...(wanted.extraMounts.length === 0 ? {} : { extraMounts: wanted.extraMounts.map(mountOf) }),
			...(isEmpty(extraConfig) ? {} : { extraConfig }),
			cloudProviderExternal: root.cluster.externalCloudProvider?.enabled === true,
			defaultRuntimeSeccompEnabled: wanted.defaultRuntimeSeccompProfileEnabled,
			skipNodeRegistration: node?.skipRegistration ?? false,
			staticPodListURL: server.url,
			disableManifestsDirectory: wanted.disableManifestsDirectory,
			enableFSQuotaMonitoring: root.machine.features?.diskQuotaSupport === true,
			...(isEmpty(provider) ? {} : { credentialProviderConfig: provider }),
			allowSchedulingOnControlPlane: !(node?.taints.has(defaults.controlPlaneLabel) ?? false),
		});
	},
});

interface ConfiguredMount {
	readonly destination?: string;
	readonly type?: string;
	readonly source?: string;
	readonly options?: readonly string[];
}

function mountOf({ destination = '', type = '', source = '', options = [] }: ConfiguredMount) {
	return { destination, type, source, options, uidmappings: [], gidmappings: [] };
}
