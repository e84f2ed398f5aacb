import type { MachineConfig } from '../document.ts';
import { rootOf } from '../documents.ts';
import { type MachineType, parseMachineType } from '../types/v1alpha1/machine-type.ts';

/** What the machine is for; `unknown` without a root document, or when that names no type. */
export function machineType(config: MachineConfig): MachineType {
	const machine = rootOf(config)?.machine;
	return machine === undefined ? 'unknown' : (parseMachineType(machine.type ?? '') ?? 'unknown');
}
