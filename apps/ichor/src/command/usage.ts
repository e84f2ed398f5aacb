import type { Command, CommandNode } from './command.ts';
import type { Flag } from './flag.ts';
import { toggle } from './flag-kinds.ts';
import { commandPath, persistentFlags } from './resolve.ts';

/** `--help`: what the command does, then its usage. */
export function helpText(path: readonly CommandNode[], command: Command | undefined): string {
	const node = path.at(-1);
	const about = (command?.long ?? node?.short ?? '').trimEnd();
	return `${about}${about === '' ? '' : '\n\n'}${usageText(path, command)}`;
}

/** How the command is called, what is below it and its flags: cobra's layout. Ends with a line break. */
export function usageText(path: readonly CommandNode[], command: Command | undefined): string {
	const own = path.at(-1);
	const name = commandPath(path);
	const local = [...Object.values(command?.flags ?? {}), ...Object.values(own?.persistent ?? {}), helpFlag(own?.name ?? '')];
	const inherited = persistentFlags(path.slice(0, -1));
	const listed = (own?.children ?? []).filter(({ hidden }) => hidden !== true);
	const calls = [
		...(command === undefined ? [] : [`  ${[name, command.usage, '[flags]'].filter((part) => part !== undefined).join(' ')}`]),
		...(listed.length === 0 ? [] : [`  ${name} [command]`]),
	];
	return `${[
		['Usage:', ...calls],
		...(own?.aliases === undefined ? [] : [['Aliases:', `  ${[own.name, ...own.aliases].join(', ')}`]]),
		...(command?.examples === undefined ? [] : [['Examples:', ...command.examples.map((example) => `  ${example}`)]]),
		...commandLists(listed),
		['Flags:', ...flagLines(local)],
		...(inherited.length === 0 ? [] : [['Global Flags:', ...flagLines(inherited)]]),
		...(listed.length === 0 ? [] : [[`Use "${name} [command] --help" for more information about a command.`]]),
	]
		.map((block) => block.join('\n'))
		.join('\n\n')}\n`;
}

/** The flag that every command has. */
export function helpFlag(name: string): Flag<boolean> {
	return toggle('help', `help for ${name}`, { shorthand: 'h' });
}

/** By group, in the order in which the groups first appear; those without one last. */
function commandLists(nodes: readonly CommandNode[]): readonly (readonly string[])[] {
	const groups = [...new Set(nodes.flatMap(({ group }) => group ?? []))];
	const width = Math.max(leastNameWidth, ...nodes.map(({ name }) => name.length));
	const list = (title: string, members: readonly CommandNode[]) =>
		members.length === 0 ? [] : [[title, ...members.map(({ name, short }) => `  ${name.padEnd(width)} ${short}`)]];
	return [
		...groups.flatMap((title) =>
			list(
				title,
				nodes.filter(({ group }) => group === title),
			),
		),
		...list(
			groups.length === 0 ? 'Available Commands:' : 'Additional Commands:',
			nodes.filter(({ group }) => group === undefined),
		),
	];
}

function flagLines(flags: readonly Flag[]): readonly string[] {
	const rows = flags
		.filter(({ hidden }) => !hidden)
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		.map((flag) => {
			const letter = flag.shorthand === undefined ? '    ' : `-${flag.shorthand}, `;
			return {
				spelling: `  ${letter}--${flag.name}${flag.valueName === '' ? '' : ` ${flag.valueName}`}`,
				meaning: `${flag.usage}${flag.shownInitial === undefined ? '' : ` (default ${flag.shownInitial})`}`,
			};
		});
	const width = Math.max(0, ...rows.map(({ spelling }) => spelling.length));
	return rows.map(({ spelling, meaning }) => `${spelling.padEnd(width)}   ${meaning}`.trimEnd());
}

const leastNameWidth = 11;
