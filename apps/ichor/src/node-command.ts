import { clientFlags } from './client-flags.ts';
import type { Command, CommandNode } from './command/command.ts';

/** Makes the entries of a group of commands that go to nodes: all take the client's flags. */
export function nodeCommandsIn(group: string) {
	return (name: string, aliases: readonly string[], short: string, load: () => Promise<Command>): CommandNode => ({
		name,
		...(aliases.length === 0 ? {} : { aliases }),
		short,
		group,
		persistent: clientFlags,
		load,
	});
}
