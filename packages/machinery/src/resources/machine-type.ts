import { choice } from './spec/index.ts';

/** What a machine is for, as resources name it. */
export type MachineTypeName = keyof typeof numbers;

const numbers = { unknown: 0, init: 1, controlplane: 2, worker: 3 } as const;

/** What a machine is for, in a spec. */
export const machineTypeField = choice(numbers);
