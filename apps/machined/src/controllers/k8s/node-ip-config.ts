import { documentsOf, rootOf } from '@ichor/machinery/config';
import { clusterNetwork, kubernetesNode } from '@ichor/machinery/effective';
import { kubeletNodeIPConfigId, NodeIPConfig } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Which addresses of this machine may be those of its node: none of pods, of services, or that wander between machines. */
export const nodeIPConfigController: Controller = reconciling({
	name: 'k8s.NodeIPConfigController',
	inputs: [configInput],
	outputs: [{ type: NodeIPConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const root = config && rootOf(config);
		if (config === undefined || root?.machine === undefined || root.cluster === undefined) {
			return await publish(runtime, NodeIPConfig, kubeletNodeIPConfigId, undefined);
		}
		const { podSubnets = [], serviceSubnets = [] } = clusterNetwork(config) ?? {};
		const configured = kubernetesNode(config)?.validSubnets ?? [];
		const devices = root.machine.network?.interfaces ?? [];
		const virtual = devices.flatMap((device) => [device?.vip?.ip, ...(device?.vlans ?? []).map((vlan) => vlan?.vip?.ip)]);
		const documents = documentsOf(config, 'Layer2VIPConfig').map(({ name }) => name);
		await publish(runtime, NodeIPConfig, kubeletNodeIPConfigId, {
			validSubnets: configured.length > 0 ? configured : serviceSubnets.map((subnet) => (subnet.includes(':') ? '::/0' : '0.0.0.0/0')),
			excludeSubnets: [
				...podSubnets,
				...serviceSubnets,
				...[...virtual, ...documents].flatMap((ip) => (ip === undefined || ip === '' ? [] : [ip])),
			],
		});
	},
});
