import type { CommandNode } from '../command/command.ts';

/** `docs/commands.md`: every command that can be run, and what becomes of it. */
export function commandsPage(tree: CommandNode): string {
	const rows = commands(tree, []).map((path) => [`\`${nameOf(path)}\``, aliasesOf(path), standingOf(path)]);
	const titles = ['command', 'also called', 'what it is'];
	const widths = titles.map((title, column) => Math.max(...[titles, ...rows].map((row) => row[column]?.length ?? title.length)));
	const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [
		'<!-- Written by `npm run generate` from the tree of commands. -->',
		'',
		'# Commands',
		'',
		"What a command is on this version's container nodes; [additions.md](additions.md) says where one differs from talosctl's on purpose.",
		'',
		line(titles),
		`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
		...rows.map(line),
		'',
		...unservedMethods,
	].join('\n');
}

/** What container nodes answer UNIMPLEMENTED, and what they serve in part. */
const unservedMethods = [
	'## Methods that nodes do not serve',
	'',
	'- `machine.ImageService/Import`: an image comes from a registry, or from the image cache of a cluster without one; what `image cache-create` makes is',
	'  served by `image cache-serve`.',
	'- `machine.ImageService/Verify`: nothing on a node verifies signatures yet, as `ImageVerificationConfig` says when it is applied.',
	'- `machine.DebugService/ContainerRun`: what `debug` calls, and missing with it.',
	'- `machine.ImageService/Pull` answers with the name and digest of the image; it tells nothing of the layers on the way, which `image pull` shows of',
	'  nodes that do.',
	'',
];

/** In the order of their names, without the one that only completion scripts and supervisors call. */
function commands(node: CommandNode, above: readonly CommandNode[]): readonly (readonly CommandNode[])[] {
	if (node.name.startsWith('__')) return [];
	const path = [...above, node];
	return [...(node.load === undefined ? [] : [path]), ...(node.children ?? []).flatMap((child) => commands(child, path))];
}

function nameOf(path: readonly CommandNode[]): string {
	return path
		.slice(1)
		.map(({ name }) => name)
		.join(' ');
}

function aliasesOf(path: readonly CommandNode[]): string {
	return (path.at(-1)?.aliases ?? []).map((alias) => `\`${alias}\``).join(', ');
}

/** A group's standing is that of everything below it. */
function standingOf(path: readonly CommandNode[]): string {
	const standing = path.findLast((node) => node.standing !== undefined)?.standing;
	if (standing === undefined) return 'works';
	return typeof standing === 'string' ? standing : `missing: ${standing.missing} ([decision](${standing.decision}))`;
}
