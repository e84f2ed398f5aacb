import { kubePrism } from '@ichor/machinery/effective';
import { KubePrismConfig, KubePrismEndpoints, kubePrismConfigId, kubePrismEndpointsId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Where KubePrism listens and to what it leads. */
export const kubePrismConfigController: Controller = reconciling({
	name: 'k8s.KubePrismConfigController',
	inputs: [configInput, { ...KubePrismEndpoints.kind, id: kubePrismEndpointsId, kind: 'weak' }],
	outputs: [{ type: KubePrismConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const prism = config && kubePrism(config);
		const endpoints = (await runtime.find(KubePrismEndpoints.pointer(kubePrismEndpointsId)))?.spec.endpoints;
		const spec = prism === undefined || endpoints === undefined ? undefined : { host: '127.0.0.1', port: prism.port, endpoints };
		await publish(runtime, KubePrismConfig, kubePrismConfigId, spec);
	},
});
