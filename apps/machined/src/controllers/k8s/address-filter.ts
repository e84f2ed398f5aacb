import { clusterNetwork } from '@ichor/machinery/effective';
import {
	NodeAddressFilter,
	Nodename,
	NodeStatus,
	nodenameId,
	noKubernetesFilterId,
	onlyKubernetesFilterId,
} from '@ichor/machinery/resources';
import { type Controller, reconciling, withSpec } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';

/** Tells the machine's own addresses from those of pods and services. */
export const addressFilterController: Controller = reconciling({
	name: 'k8s.AddressFilterController',
	inputs: [configInput, { ...Nodename.kind, id: nodenameId, kind: 'weak' }, { ...NodeStatus.kind, kind: 'weak' }],
	outputs: [{ type: NodeAddressFilter.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const network = config && clusterNetwork(config);
		const name = (await runtime.find(Nodename.pointer(nodenameId)))?.spec.nodename;
		const node = name === undefined ? undefined : (await runtime.find(NodeStatus.pointer(name)))?.spec;
		runtime.startTrackingOutputs();
		if (network !== undefined) {
			const subnets = [...network.podSubnets, ...(node?.podCIDRs ?? []), ...network.serviceSubnets];
			for (const [id, spec] of [
				[noKubernetesFilterId, { includeSubnets: [], excludeSubnets: subnets }],
				[onlyKubernetesFilterId, { includeSubnets: subnets, excludeSubnets: [] }],
			] as const) {
				await runtime.modify(NodeAddressFilter.resource(id, spec), (current) => withSpec(current, spec));
			}
		}
		await runtime.cleanupOutputs(NodeAddressFilter.kind);
	},
});
