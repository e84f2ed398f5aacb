import type { CommandNode } from './command/command.ts';

/**
 * The commands of talosctl 1.13 that are not here yet: each says so and fails, and none is in a list. A command that
 * arrives moves from here to the tree.
 */
export const missing: readonly CommandNode[] = [unimplemented('conformance'), unimplemented('debug'), unimplemented('inject')];

/** The node of a command that only says that it is missing. Also for those below a group that exists. */
export function unimplemented(name: string, ...aliases: readonly string[]): CommandNode {
	return {
		name,
		aliases,
		short: 'Not in this version',
		hidden: true,
		load: async () => (await import('./cmd/unimplemented.ts')).unimplementedCommand,
	};
}
