import type { Component, RemovedItems } from './removed-items.ts';

/** The command line of a component on a node. */
export interface ComponentCommand {
	readonly node: string;
	readonly component: Component;
	readonly arguments: readonly string[];
	/** Of the kubelet's configuration file, which has them beside the arguments. */
	readonly featureGates?: readonly string[];
}

/** Something that a component is told and that its next version would refuse. */
export interface Finding {
	readonly kind: 'ADMISSION PLUGIN' | 'FEATURE GATE' | 'FLAG';
	readonly node: string;
	readonly component: Component;
	readonly value: string;
}

/** What of a component's command line is removed. */
export function findRemoved(
	{ node, component, arguments: args, featureGates = [] }: ComponentCommand,
	removed: RemovedItems,
): readonly Finding[] {
	const found = (kind: Finding['kind'], gone: readonly string[] = [], said: readonly string[]) =>
		gone.filter((value) => said.includes(value)).map((value) => ({ kind, node, component, value }));
	const gates = [...listOf(args, 'feature-gates').map((gate) => gate.replace(/=.*/, '').replace(/^kube:/, '')), ...featureGates];
	const flags = args.map((argument) => /^--([^=]+)/.exec(argument)?.[1] ?? '');
	return [
		...found('ADMISSION PLUGIN', component === 'kube-apiserver' ? removed.admissionPlugins : [], listOf(args, 'enable-admission-plugins')),
		...found('FEATURE GATE', removed.featureGates, gates),
		...found('FLAG', removed.flags?.[component], flags),
	];
}

/** What was found as a table per kind, in upstream's words, and how many objects of removed resources there are. */
export function removedText(findings: readonly Finding[], resources: ReadonlyMap<string, number>): string {
	const tables = (['ADMISSION PLUGIN', 'FEATURE GATE', 'FLAG'] as const).map((kind) => [
		['NODE', 'COMPONENT', `REMOVED ${kind}`],
		...findings.filter((finding) => finding.kind === kind).map(({ node, component, value }) => [node, component, value]),
	]);
	tables.push([['REMOVED RESOURCE', 'COUNT'], ...[...resources].map(([name, count]) => [name, String(count)])]);
	return tables
		.filter((rows) => rows.length > 1)
		.map((rows) => `\n${aligned(rows)}`)
		.join('');
}

function listOf(args: readonly string[], flag: string): readonly string[] {
	const prefix = `--${flag}=`;
	return args.filter((argument) => argument.startsWith(prefix)).flatMap((argument) => argument.slice(prefix.length).split(','));
}

function aligned(rows: readonly (readonly string[])[]): string {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	return rows
		.map((row) => `${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('   ')}\n`)
		.join('');
}
