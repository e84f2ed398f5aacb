import type { ValidationMode } from '@ichor/machinery/config';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { warnAboutUnexpanded } from '../hints/unexpanded.ts';
import { readInputFile } from '../input-file.ts';

/** `validate`: every rule that a node would judge a configuration by, as far as a client can know. */
export const validate = defineCommand({
	long: 'Judges a machine configuration by every rule that the machine itself would apply.',
	examples: ['ichor validate --config controlplane.yaml --mode metal'],
	args: noArguments,
	completion: { kind: 'nothing' },
	flags: {
		config: text('config', 'the file of the configuration', { shorthand: 'c', completion: { kind: 'files', endings: ['yaml', 'yml'] } }),
		mode: text('mode', 'what it is for: metal, cloud or container', {
			shorthand: 'm',
			required: true,
			completion: { kind: 'choices', choices: ['cloud', 'container', 'metal'] },
		}),
		strict: toggle('strict', 'warnings count as errors'),
		allowUnknown: toggle('allow-unknown', 'let documents pass whose kind is not known'),
	},
	async run({ flags, terminal }) {
		const { loadConfig, validateConfig } = await import('@ichor/machinery/config');
		const text = readInputFile(flags.config);
		const config = loadConfig(text, { name: flags.config, allowUnknown: flags.allowUnknown });
		await warnAboutUnexpanded(config, terminal);
		const { warnings, error } = validateConfig(config, { mode: modeOf(flags.mode), local: true, strict: flags.strict });
		for (const { message } of warnings) terminal.err(`WARNING: ${message}`);
		if (error !== undefined) throw error;
		terminal.out(`${flags.config} is valid for ${flags.mode} mode\n`);
	},
});

const modes: readonly ValidationMode[] = ['cloud', 'container', 'metal', 'metal-agent'];

function modeOf(name: string): ValidationMode {
	const mode = modes.find((known) => known === name);
	if (mode === undefined) throw new Error(`unknown runtime mode: ${JSON.stringify(name)}`);
	return mode;
}
