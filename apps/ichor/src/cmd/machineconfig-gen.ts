import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { initialValues } from '../command/flag.ts';
import { genConfigFlags } from './gen-config.ts';

/** `machineconfig gen NAME ENDPOINT`: `gen config` without any flag. */
export const machineconfigGen = defineCommand({
	usage: '<cluster name> <cluster endpoint>',
	long: 'Generates controlplane.yaml, worker.yaml and talosconfig with every default. `ichor gen config` has flags for all of them.',
	args: exactly(2),
	completion: { kind: 'nothing' },
	async run({ args: [name = '', endpoint = ''], terminal }) {
		const { generateFiles } = await import('../generation/generate-files.ts');
		await generateFiles({ ...initialValues(genConfigFlags), force: false, name, endpoint }, terminal);
	},
});
