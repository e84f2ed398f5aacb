import type { CommandNode } from './command/command.ts';

/**
 * The commands of talosctl 1.13 that are not here yet: each says so and fails, and none is in a list. A command that
 * arrives moves from here to the tree.
 */
export const missing: readonly CommandNode[] = [
	unimplemented('conformance', 'its tests are an image that no registry has for those who are offline'),
	unimplemented('debug', 'nodes run no container of a stranger yet'),
];

/**
 * The node of a command that only says that it is missing. Also for those below a group that exists.
 *
 * @param reason for `docs/commands.md`, in a few words
 */
export function unimplemented(name: string, reason: string): CommandNode {
	return {
		name,
		short: 'Not in this version',
		hidden: true,
		standing: { missing: reason, decision: 'adr/0008-commands-that-are-left-out.md' },
		load: async () => (await import('./cmd/unimplemented.ts')).unimplementedCommand,
	};
}
