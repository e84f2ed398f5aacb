import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { list, text, toggle } from '../command/flag-kinds.ts';
import { readInputFile } from '../input-file.ts';
import { makeFolderOf, writeSecretFile } from '../output/secret-file.ts';
import { patchText, readPatches } from '../patches.ts';

/** `machineconfig patch FILE`: applies patches one after another, to a file or to standard output. */
export const machineconfigPatch = defineCommand({
	usage: '<machineconfig-file>',
	long: 'Applies patches to a machine configuration, one after another. A patch is itself a configuration that is merged, or a list of\nRFC 6902 operations.',
	examples: [
		'ichor machineconfig patch controlplane.yaml --patch @cp-01.patch.yaml --output cp-01.yaml',
		`ichor machineconfig patch worker.yaml --patch '{"machine": {"install": {"disk": "/dev/nvme0n1"}}}'`,
	],
	args: exactly(1),
	completion: { kind: 'files', endings: ['yaml', 'yml'] },
	flags: {
		patches: list('patch', 'a patch: the text itself, or @file', { shorthand: 'p' }),
		output: text('output', 'the file to write to, instead of standard output', { shorthand: 'o' }),
		allowUnknown: toggle('allow-unknown', 'let documents pass whose kind is not known'),
	},
	async run({ flags, args: [path = ''], terminal }) {
		const input = readInputFile(path);
		const { allowUnknown } = flags;
		const patches = await readPatches(flags.patches, terminal, allowUnknown);
		const { text } = await patchText(input, patches, { name: path, allowUnknown, terminal });
		if (flags.output === '') {
			terminal.out(text);
			terminal.out('\n');
			return;
		}
		makeFolderOf(flags.output);
		writeSecretFile(flags.output, text);
	},
});
