import { rootOf } from '@ichor/machinery/config';
import { addressInSubnet, cluster, clusterNetwork, coreDNS, flannel, kubePrism, talosAPIAccess } from '@ichor/machinery/effective';
import { BootstrapManifestsConfig, bootstrapManifestsConfigId } from '@ichor/machinery/resources';
import { clusterImages } from '@ichor/machinery/versions';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { flannelSettings } from './flannel-settings.ts';
import { proxySettings } from './proxy-settings.ts';

/** What a new cluster begins with. */
export const bootstrapManifestsConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneBootstrapManifestsController',
	type: BootstrapManifestsConfig,
	id: bootstrapManifestsConfigId,
	spec(config) {
		const network = clusterNetwork(config);
		const known = cluster(config);
		if (network === undefined || known === undefined) return undefined;
		const prism = kubePrism(config);
		const dns = network.serviceSubnets.map((subnet) => addressInSubnet(subnet, dnsServiceIndex));
		const flanneld = flannel(config);
		return {
			string: prism === undefined ? known.endpoint : `https://127.0.0.1:${prism.port}`,
			clusterDomain: network.dnsDomain,
			podCIDRs: network.podSubnets,
			...proxySettings(config),
			coreDNSEnabled: coreDNS(config)?.enabled ?? false,
			coreDNSImage: coreDNS(config)?.image ?? '',
			dnsServiceIP: dns.find((address) => !address.includes(':')) ?? '',
			dnsServiceIPv6: dns.find((address) => address.includes(':')) ?? '',
			flannelEnabled: flanneld !== undefined,
			flannelImage: clusterImages().flannel,
			flannelExtraArgs: flanneld?.extraArgs ?? [],
			...flannelSettings(config),
			flannelKubeServiceHost: prism === undefined ? '' : '127.0.0.1',
			flannelKubeServicePort: prism === undefined ? '' : String(prism.port),
			flannelKubeNetworkPoliciesEnabled: flanneld?.kubeNetworkPoliciesEnabled ?? false,
			flannelKubeNetworkPoliciesImage: clusterImages().kubeNetworkPolicies,
			podSecurityPolicyEnabled: false,
			talosAPIServiceEnabled: talosAPIAccess(config) !== undefined,
			cniName: flanneld === undefined ? (rootOf(config)?.cluster?.network?.cni?.name ?? 'none') : 'flannel',
		};
	},
});

/** The tenth address of the services' network is that of DNS, by the convention that every installer of Kubernetes follows. */
export const dnsServiceIndex = 10;
