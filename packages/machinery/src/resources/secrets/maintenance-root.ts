import { MaintenanceRootSpecSchema } from '@ichor/api/resource/definitions/secrets';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';
import { type PemPair, pairMessage, pairOf } from '../pem.ts';

/** The authority of a machine that has no configuration yet, made anew at each boot. */
export interface MaintenanceRootSpec {
	readonly ca: PemPair;
}

export const MaintenanceRoot: ResourceType<MaintenanceRootSpec> = defineResource({
	type: 'MaintenanceRootSecrets.secrets.talos.dev',
	namespace: 'secrets',
	sensitive: true,
	codec: messageCodec(
		MaintenanceRootSpecSchema,
		({ ca }) => ({ ca: pairMessage(ca) }),
		({ ca }) => ({ ca: pairOf(ca) }),
	),
});

export const maintenanceRootId = 'maintenance';
