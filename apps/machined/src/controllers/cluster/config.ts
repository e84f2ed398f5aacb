import { rootOf } from '@ichor/machinery/config';
import { DiscoveryConfig, type DiscoveryConfigSpec, discoveryConfigId } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Through what this machine finds the others, out of the configuration. */
export const discoveryConfigController: Controller = reconciling({
	name: 'cluster.ConfigController',
	inputs: [configInput],
	outputs: [{ type: DiscoveryConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const cluster = config === undefined ? undefined : rootOf(config)?.cluster;
		await publish(runtime, DiscoveryConfig, discoveryConfigId, cluster && discoveryOf(cluster));
	},
});

function discoveryOf(cluster: NonNullable<NonNullable<ReturnType<typeof rootOf>>['cluster']>): DiscoveryConfigSpec {
	const { enabled = false, registries } = cluster.discovery ?? {};
	const service = enabled && registries?.service?.disabled !== true;
	const url = new URL(registries?.service?.endpoint || defaults.discoveryEndpoint);
	const insecure = url.protocol === 'http:';
	return {
		discoveryEnabled: enabled,
		registryKubernetesEnabled: enabled && registries?.kubernetes?.disabled === false,
		registryServiceEnabled: service,
		serviceEndpoint: service ? `${url.hostname}:${url.port || (insecure ? '80' : '443')}` : '',
		...(service && insecure ? { serviceEndpointInsecure: true } : {}),
		serviceEncryptionKey: service ? [...Buffer.from(cluster.secret ?? '', 'base64')] : [],
		serviceClusterID: service ? (cluster.id ?? '') : '',
	};
}
