import type { NodeLine } from './lines/node-line.ts';

/**
 * Where a talosctl of another minor version does otherwise than 1.13 by its own design, whatever the node answers. Nothing
 * else is exempt.
 */
interface Otherwise {
	readonly where: RegExp;
	readonly why: string;
	/** What it exits with there; what 1.13 exits with unless it is said. */
	readonly code?: number;
}

const differences: Readonly<Record<string, readonly Otherwise[]>> = {
	'v1.12': [
		{ where: /^image rm/, why: 'has no such command: the help of the group', code: 0 },
		{ where: /^images? l/, why: 'its table has no labels' },
		{ where: /--mode (?:nope|x)$/, why: 'says otherwise which modes there are' },
		{ where: /-m interactive$/, why: 'has that mode, and no terminal' },
	],
	'v1.14': [
		{ where: /A,DOWN/, why: 'fails when one node does', code: 1 },
		{ where: /^events .*(?:-n A)/, why: 'takes an interrupt for a failure', code: 1 },
		{ where: /^(?:apply-config|patch) .*(?:-m |--mode=)reboot/, why: 'has no such mode', code: 1 },
		{ where: /^edit .*(?: mc nope|--namespace nosuch)$/, why: 'looks at neither the name nor the namespace', code: 0 },
		{ where: /^patch -n A mc nope/, why: 'does not look at the name', code: 0 },
		{ where: /^(?:list|ls|usage|du|version) /, why: 'has a table without the node, and another depth' },
		{ where: /^(?:inspect|etcd) nosuch/, why: 'has a help text of its own' },
	],
};

/** What a version must exit with, and whether its table must say what 1.13's says. */
export function expectedOf(version: string, { words, code, endless }: NodeLine) {
	const found = (differences[version] ?? []).filter(({ where }) => where.test(words));
	// the interrupt of a stream that was refused at once changes nothing
	const other = found.find((difference) => difference.code !== undefined && (!words.startsWith('events') || endless));
	return { code: other?.code ?? code, sameTable: found.length === 0 };
}
