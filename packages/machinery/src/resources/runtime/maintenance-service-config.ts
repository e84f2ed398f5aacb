import { MaintenanceServiceConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { address, list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Where a machine without configuration can be reached. */
export const MaintenanceServiceConfig = defineResource({
	type: 'MaintenanceServiceConfigs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(MaintenanceServiceConfigSpecSchema, {
		listenAddress: text,
		reachableAddresses: list(address),
	}),
});

export type MaintenanceServiceConfigSpec = SpecOf<typeof MaintenanceServiceConfig>;

export const maintenanceServiceConfigId = 'maintenance';
