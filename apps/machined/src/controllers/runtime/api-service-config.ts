import {
	APIServiceConfig,
	ApiCertificates,
	apiCertificatesId,
	apiServiceConfigId,
	MaintenanceServiceConfig,
	MaintenanceServiceRequest,
	maintenanceServiceConfigId,
	maintenanceServiceRequestId,
} from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Controller, type ControllerRuntime, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

const name = 'runtime.APIServiceConfigController';

/** How apid is to serve: to anybody while the machine asks for its configuration, to those it knows afterwards. */
export const apiServiceConfigController: Controller = reconciling({
	name,
	inputs: [
		{ ...MaintenanceServiceRequest.kind, id: maintenanceServiceRequestId, kind: 'strong' },
		{ ...MaintenanceServiceConfig.kind, id: maintenanceServiceConfigId, kind: 'weak' },
		{ ...ApiCertificates.kind, id: apiCertificatesId, kind: 'weak' },
	],
	outputs: [{ type: APIServiceConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const maintenance = await requested(runtime);
		const listen = (await runtime.find(MaintenanceServiceConfig.pointer(maintenanceServiceConfigId)))?.spec.listenAddress;
		const known = (await runtime.find(ApiCertificates.pointer(apiCertificatesId)))?.spec.skipVerifyingClientCert === false;
		const listenAddress = maintenance ? listen : known ? `:${defaults.apidPort}` : undefined;
		await publish(
			runtime,
			APIServiceConfig,
			apiServiceConfigId,
			listenAddress === undefined
				? undefined
				: { listenAddress, nodeRoutingDisabled: maintenance, readonlyRoleMode: maintenance, skipVerifyingClientCert: maintenance },
		);
	},
});

/** Whether maintenance is wanted. The request is held for as long as it is served. */
async function requested(runtime: ControllerRuntime): Promise<boolean> {
	const request = await runtime.find(MaintenanceServiceRequest.pointer(maintenanceServiceRequestId));
	if (request === undefined) return false;
	if (request.metadata.phase === 'running') {
		await runtime.addFinalizer(request.metadata, name);
		return true;
	}
	await runtime.removeFinalizer(request.metadata, name);
	return false;
}
