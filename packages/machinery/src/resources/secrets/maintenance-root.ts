import { MaintenanceRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource } from '@ichor/runtime';
import { pemPairField, type SpecOf, specCodec } from '../spec/index.ts';

/** The authority of a machine that has no configuration yet, made anew at each boot. */
export const MaintenanceRoot = defineResource({
	type: 'MaintenanceRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: specCodec(MaintenanceRootSpecSchema, {
		ca: pemPairField,
	}),
});

export type MaintenanceRootSpec = SpecOf<typeof MaintenanceRoot>;

export const maintenanceRootId = 'maintenance';
