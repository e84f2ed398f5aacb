import { apiServer, cluster, kubePrism, machineType } from '@ichor/machinery/effective';
import { KubePrismEndpoints, kubePrismEndpointsId, Member } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Every API server that this machine knows: the cluster's endpoint, its own, and those of the other members. */
export const kubePrismEndpointsController: Controller = reconciling({
	name: 'k8s.KubePrismEndpointsController',
	inputs: [configInput, { ...Member.kind, kind: 'weak' }],
	outputs: [{ type: KubePrismEndpoints.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const known = config && cluster(config);
		if (config === undefined || known === undefined || kubePrism(config) === undefined) {
			return await publish(runtime, KubePrismEndpoints, kubePrismEndpointsId, undefined);
		}
		const { hostname, port } = new URL(known.endpoint);
		const type = machineType(config);
		const own = type === 'controlplane' || type === 'init' ? [{ host: 'localhost', port: apiServer(config)?.apiPort ?? 0 }] : [];
		const members = (await runtime.list(Member.kind)).flatMap(({ spec: { addresses, controlPlane } }) =>
			controlPlane === undefined ? [] : addresses.map((host) => ({ host, port: controlPlane.port })),
		);
		const endpoint = { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? httpsPort : Number(port) };
		await publish(runtime, KubePrismEndpoints, kubePrismEndpointsId, { endpoints: [endpoint, ...own, ...members] });
	},
});

const httpsPort = 443;
