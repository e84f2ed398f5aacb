import { lookup } from 'node:dns/promises';
import { cluster } from '@ichor/machinery/effective';
import { controlPlaneEndpointId, Endpoint } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Where the configuration says that the control planes are. A name that cannot be resolved is tried again. */
export const staticEndpointController: Controller = reconciling({
	name: 'k8s.StaticEndpointController',
	inputs: [configInput],
	outputs: [{ type: Endpoint.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const endpoint = config && cluster(config)?.endpoint;
		if (endpoint === undefined) return await publish(runtime, Endpoint, controlPlaneEndpointId, undefined);
		const host = new URL(endpoint).hostname.replace(/^\[|\]$/g, '');
		const addresses = (await lookup(host, { all: true })).map(({ address }) => address);
		const isAddress = addresses.length === 1 && addresses[0] === host;
		await publish(runtime, Endpoint, controlPlaneEndpointId, { addresses, hosts: isAddress ? [] : [host] });
	},
});
