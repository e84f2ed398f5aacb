import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';

/** `config remove PATTERN`: removes contexts by name, `*` standing for any text; never the current one. */
export const configRemove = defineCommand({
	usage: '<context>',
	long: 'Removes the context of that name, or with `*` for any text the contexts whose names match. The current context stays.',
	args: exactly(1),
	completion: { kind: 'contexts' },
	inherits: clientFlags,
	flags: {
		yes: toggle('noconfirm', 'do not ask', { shorthand: 'y' }),
		dryRun: toggle('dry-run', 'ask and tell, but change nothing'),
	},
	async run({ flags, args: [pattern = ''], terminal }) {
		if (pattern === '') throw new Error('no context specified');
		const { openTalosconfig, saveTalosconfig } = await import('@ichor/client/talosconfig');
		const { config, place } = openTalosconfig(flags.talosconfig, terminal.environment);
		if (config.contexts.size === 0) throw new Error('no contexts defined');
		const matches = [...config.contexts.keys()].filter((name) => matchesGlob(pattern, name)).toSorted();
		if (matches.length === 0) throw new Error(`no contexts matched ${JSON.stringify(pattern)}`);
		const contexts = new Map(config.contexts);
		for (const name of matches) {
			const quoted = JSON.stringify(name);
			if (name === config.context) {
				terminal.err(`skipping removal of current context ${quoted}, please change it to another before removing`);
				continue;
			}
			if (flags.yes) terminal.err(`removing context ${quoted}`);
			else {
				terminal.out(`remove context ${quoted}? (y/N): `);
				if (!/^(?:y|yes)$/i.test(terminal.readWord())) continue;
			}
			contexts.delete(name);
		}
		if (contexts.size < config.contexts.size && !flags.dryRun) saveTalosconfig({ ...config, contexts }, place);
	},
});

/** `*` stands for any text; nothing else has a meaning. */
function matchesGlob(pattern: string, name: string): boolean {
	const literal = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
	return new RegExp(`^${literal.join('.*')}$`, 's').test(name);
}
