import type { Context } from '@ichor/std';

export type SequenceName = 'initialize' | 'install' | 'boot' | 'reboot' | 'shutdown' | 'reset';

/** Phases one after another; the tasks of a phase together. */
export interface Sequence {
	readonly name: SequenceName;
	readonly phases: readonly Phase[];
}

export interface Phase {
	readonly name: string;
	readonly tasks: readonly Task[];
}

export interface Task {
	readonly name: string;
	run(context: Context): Promise<void>;
}

/** What may take the place of a sequence that runs (upstream's table). Everything else is refused, unless it is forced. */
export const mayTakeOver: Readonly<Record<SequenceName, readonly SequenceName[]>> = {
	initialize: ['reboot'],
	install: [],
	boot: ['reboot', 'reset'],
	reboot: ['reboot'],
	shutdown: [],
	reset: ['reboot'],
};

export function phase(name: string, ...tasks: readonly Task[]): Phase {
	return { name, tasks };
}

export function task(name: string, run: Task['run']): Task {
	return { name, run };
}
