import { MachineTypeSpecSchema } from '@ichor/api/resource/config';
import { defineResource } from '@ichor/runtime';
import { machineTypeField } from '../machine-type.ts';
import { valueCodec, wrapped } from '../spec/index.ts';

/** What this machine is for. */
export const MachineType = defineResource({
	type: 'MachineTypes.config.talos.dev',
	namespace: 'config',
	printColumns: [{ name: 'Type', jsonPath: '{@}' }],
	codec: valueCodec(MachineTypeSpecSchema, wrapped('machineType', machineTypeField)),
});

export const machineTypeId = 'machine-type';
