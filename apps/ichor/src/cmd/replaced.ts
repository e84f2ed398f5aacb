import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { type Command, defineCommand } from '../command/command.ts';

/** A command that says what to call in its place, in talosctl's words. */
export function replacedCommand(name: string, instead: readonly string[]): Command {
	return defineCommand({
		args: noArguments,
		completion: { kind: 'nothing' },
		inherits: clientFlags,
		run: () => {
			const named = instead.map((words) => `\`ichor ${words}\``);
			throw new Error(`\`ichor ${name}\` is deprecated, please use ${named.join(named.length === 2 ? ' and ' : ', ')} instead`);
		},
	});
}
