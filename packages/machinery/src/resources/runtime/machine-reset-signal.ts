import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** The machine is about to be reset and needs nobody but itself for what remains. */
export const MachineResetSignal = defineResource({
	type: 'MachineResetSignals.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(EmptySchema, {}),
});

export type MachineResetSignalSpec = SpecOf<typeof MachineResetSignal>;

export const machineResetSignalId = 'machine';
