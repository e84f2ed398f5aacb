import { documentsOf, rootOf } from '@ichor/machinery/config';
import { discoveryIdentity, kubeSpan } from '@ichor/machinery/effective';
import { KubeSpanConfig, kubeSpanConfigId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Whether and how the machines of the cluster are to reach each other through WireGuard, out of the configuration. */
export const kubeSpanConfigController: Controller = reconciling({
	name: 'kubespan.ConfigController',
	inputs: [configInput],
	outputs: [{ type: KubeSpanConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		if (config === undefined || rootOf(config)?.machine === undefined) {
			return await publish(runtime, KubeSpanConfig, kubeSpanConfigId, undefined);
		}
		const wanted = kubeSpan(config);
		const { id, secret } = discoveryIdentity(config);
		const extraEndpoints = documentsOf(config, 'KubeSpanEndpointsConfig').flatMap(({ value }) => value.extraAnnouncedEndpoints ?? []);
		await publish(runtime, KubeSpanConfig, kubeSpanConfigId, {
			enabled: wanted?.enabled ?? false,
			clusterId: id,
			sharedSecret: secret,
			forceRouting: wanted?.forceRouting ?? false,
			advertiseKubernetesNetworks: wanted?.advertiseKubernetesNetworks ?? false,
			...(wanted === undefined ? {} : { mtu: wanted.mtu }),
			...some('endpointFilters', wanted?.endpointFilters),
			harvestExtraEndpoints: wanted?.harvestExtraEndpoints ?? false,
			...some('extraEndpoints', extraEndpoints),
			...some('excludeAdvertisedNetworks', wanted?.excludedNetworks),
		});
	},
});

/** A key with its list, unless there is nothing in it. */
function some<Key extends string>(key: Key, values: readonly string[] = []): Partial<Record<Key, readonly string[]>> {
	return values.length === 0 ? {} : ({ [key]: values } as Partial<Record<Key, readonly string[]>>);
}
