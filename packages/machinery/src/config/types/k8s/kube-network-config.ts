import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { defaultNodeMask, podSubnetsProblem, serviceSubnetsProblem } from './cluster-subnets.ts';
import { type KubeNetworkConfig, kubeNetworkConfigSchema } from './kube-network-config.gen.ts';

/** The networks of pods and of services, and the cluster's DNS domain. */
export const kubeNetworkConfig: DocumentKind<KubeNetworkConfig> = {
	kind: 'KubeNetworkConfig',
	schema: kubeNetworkConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ podSubnets = [], serviceSubnets = [], nodeCIDRMaskSizeIPv4 = 0, nodeCIDRMaskSizeIPv6 = 0 }, problems) {
		const ipv4 = Number(nodeCIDRMaskSizeIPv4);
		const ipv6 = Number(nodeCIDRMaskSizeIPv6);
		const fits = { ipv4: ipv4 >= 0 && ipv4 <= 32, ipv6: ipv6 >= 0 && ipv6 <= 128 };
		if (!fits.ipv4) problems.error(['nodeCIDRMaskSizeIPv4'], 'nodeCIDRMaskSizeIPv4 must be between 1 and 32');
		if (!fits.ipv6) problems.error(['nodeCIDRMaskSizeIPv6'], 'nodeCIDRMaskSizeIPv6 must be between 1 and 128');

		const nodeMasks = {
			ipv4: fits.ipv4 ? ipv4 || defaultNodeMask.ipv4 : undefined,
			ipv6: fits.ipv6 ? ipv6 || defaultNodeMask.ipv6 : undefined,
		};
		const podsAre = podSubnetsProblem(podSubnets, nodeMasks);
		if (podsAre !== undefined) problems.error(['podSubnets'], `pod subnets: ${podsAre}`);
		const servicesAre = serviceSubnetsProblem(serviceSubnets);
		if (servicesAre !== undefined) problems.error(['serviceSubnets'], `service subnets: ${servicesAre}`);
		if (podSubnets.length !== serviceSubnets.length) {
			problems.error(['serviceSubnets'], 'the number of pod subnets must match the number of service subnets');
		}
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.cluster?.network) return;
		problems.error(
			[],
			'cluster network config is already set in the v1alpha1 config (.machine.cluster.network). ' +
				'Please remove it and use only the new KubeNetworkConfig document to avoid conflicts',
		);
	},
};
