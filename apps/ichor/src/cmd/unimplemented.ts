import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { UnimplementedError } from '../unimplemented.ts';

/** Stands in the tree for each command of talosctl that is not written yet. */
export const unimplementedCommand = defineCommand({
	args: anyArguments,
	rawWords: true,
	run: ({ path }) => {
		throw new UnimplementedError(`this version of ichor has no \`${path}\`; talosctl's works with the same clusters`);
	},
});
