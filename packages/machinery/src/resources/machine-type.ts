/** What a machine is for, as resources name it; the numbers are those of their messages. */
export type MachineTypeName = keyof typeof numbers;

const numbers = { unknown: 0, init: 1, controlplane: 2, worker: 3 } as const;

export function machineTypeNumber(name: MachineTypeName): (typeof numbers)[MachineTypeName] {
	return numbers[name];
}

/** `unknown` for a number that has no name. */
export function machineTypeName(number: number): MachineTypeName {
	const found = Object.entries(numbers).find(([, value]) => value === number);
	return (found?.[0] ?? 'unknown') as MachineTypeName;
}
