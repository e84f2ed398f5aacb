import type { DocumentDiff, MachineConfig } from '@ichor/machinery/config';
import { AlreadySaid } from '../already-said.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { UsageError } from '../command/usage-error.ts';
import { warnAboutUnexpanded } from '../hints/unexpanded.ts';
import { readInputFile } from '../input-file.ts';
import { requireFormat } from '../output/format.ts';

/** `machineconfig diff A B`: what differs, document by document, wherever they stand; never a secret. */
export const machineconfigDiff = defineCommand({
	usage: '<a> <b>',
	long: 'Compares two machine configurations document by document, by kind and name: order, comments and spelling do not matter.\nSecrets are never shown. Exits with 1 when they differ, like diff.',
	examples: [
		'ichor machineconfig diff cp-01.yaml cp-02.yaml',
		'ichor machineconfig diff old.yaml new.yaml --reboots',
		'ichor machineconfig diff old.yaml new.yaml -o json',
	],
	args: exactly(2),
	completion: { kind: 'files', endings: ['yaml', 'yml'] },
	flags: {
		output: text('output', 'text or json', { shorthand: 'o', initial: 'text', completion: { kind: 'choices', choices: ['json', 'text'] } }),
		reboots: toggle('reboots', 'say in the end which changes a node needs a reboot for, by its version; for the output as text'),
		allowUnknown: toggle('allow-unknown', 'compare documents too whose kind is not known'),
	},
	async run({ flags, args, terminal }) {
		const json = requireFormat(flags.output, ['text', 'json']) === 'json';
		if (json && flags.reboots) throw new UsageError('--reboots is for the output as text: leave out --output json');
		const { diffConfigs, loadConfig } = await import('@ichor/machinery/config');
		const load = (path = '') => loadConfig(readInputFile(path), { name: path, allowUnknown: flags.allowUnknown });
		const [before, after] = [load(args[0]), load(args[1])];
		for (const config of [before, after]) await warnAboutUnexpanded(config, terminal);
		const diffs = diffConfigs(before, after);
		terminal.out(json ? `${JSON.stringify(diffs, undefined, 2)}\n` : diffs.map(textOf).join('\n'));
		if (flags.reboots) terminal.out(await rebootsText(before, after));
		if (diffs.length > 0) throw new AlreadySaid();
	},
});

/** `changed VolumeConfig/EPHEMERAL`, then its lines. */
function textOf({ change, kind, name, text, secretsDiffer }: DocumentDiff): string {
	const title = `${change} ${name === undefined ? kind : `${kind}/${name}`}${secretsDiffer ? ' (secrets differ)' : ''}\n`;
	// The names of the two sides are the same for every document: the title says enough.
	return title + text.replace(/^--- .*\n\+\+\+ .*\n/, '');
}

/** A line for each set of versions that answer the same: `v1.12, v1.13: needs a reboot for machine.env`. */
async function rebootsText(before: MachineConfig, after: MachineConfig): Promise<string> {
	const { rebootPaths } = await import('@ichor/machinery/config');
	const versions = new Map<string, string[]>();
	for (const minor of minors) {
		const paths = rebootPaths(before, after, { major: 1, minor });
		const answer = paths.length === 0 ? 'needs no reboot' : `needs a reboot for ${paths.join(', ')}`;
		versions.set(answer, [...(versions.get(answer) ?? []), `v1.${minor}`]);
	}
	return [...versions].map(([answer, names]) => `${names.join(', ')}: ${answer}\n`).join('');
}

/** The versions of the clients and nodes that this program is for. */
const minors = [12, 13, 14];
