import { MachineTypeSpecSchema } from '@ichor/api/resource/config';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';
import { type MachineTypeName, machineTypeName, machineTypeNumber } from '../machine-type.ts';

/** What this machine is for. */
export const MachineType: ResourceType<MachineTypeName> = defineResource({
	type: 'MachineTypes.config.talos.dev',
	namespace: 'config',
	printColumns: [{ name: 'Type', jsonPath: '{@}' }],
	codec: messageCodec(
		MachineTypeSpecSchema,
		(name) => ({ machineType: machineTypeNumber(name) }),
		({ machineType }) => machineTypeName(machineType),
	),
});

export const machineTypeId = 'machine-type';
