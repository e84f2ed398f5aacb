import { anyArguments } from '../command/arguments.ts';
import { findCall } from '../command/call.ts';
import { defineCommand } from '../command/command.ts';
import { firstName, persistentFlags } from '../command/resolve.ts';
import { helpText, usageText } from '../command/usage.ts';

/** `help COMMAND…`, the same as `COMMAND… --help`. A topic that does not exist is no failure, as with cobra. */
export const help = defineCommand({
	usage: '[command]',
	long: 'Describes a command. `ichor COMMAND --help` says the same.',
	args: anyArguments,
	completion: { kind: 'nothing' },
	async run({ args, root, terminal }) {
		const { path, command, words } = await findCall(root, args);
		const unknown = path.length === 1 ? firstName(words, persistentFlags(path)) : undefined;
		if (unknown === undefined) terminal.out(helpText(path, command));
		else terminal.err(`Unknown help topic [${args.map((word) => `\`${word}\``).join(' ')}]\n${usageText([root], undefined)}`);
	},
});
