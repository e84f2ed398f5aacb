import { parseTemplate } from '../go-template/parse-template.ts';
import { renderTemplate } from '../go-template/render-template.ts';
import type { TemplateNode } from '../go-template/template.ts';
import { table } from '../output/table.ts';
import type { CgroupNode } from './cgroup-node.ts';
import type { CgroupColumn } from './presets.ts';

/**
 * The tree of groups, one a line, with columns beside it.
 *
 * @throws TemplateError for a template that cannot be read or evaluated
 */
export function cgroupTable(columns: readonly CgroupColumn[]): (root: CgroupNode) => string {
	const compiled = columns.map(({ template }) => parseTemplate(template));
	return (root) =>
		table([['NAME', ...columns.map(({ name }) => name)], ...rows(compiled, root, { name: '.', parent: undefined, indent: '' })]);
}

interface Place {
	/** With the branch that leads to it. */
	readonly name: string;
	readonly parent: CgroupNode | undefined;
	/** Stands before the branches of its children. */
	readonly indent: string;
}

function* rows(
	columns: readonly (readonly TemplateNode[])[],
	node: CgroupNode,
	{ name, parent, indent }: Place,
): Generator<readonly string[]> {
	const data = { ...node, Parent: parent };
	yield [name, ...columns.flatMap((column) => renderTemplate(column, data).split('\t'))];
	const children = [...node.children].toSorted(([a], [b]) => (a < b ? -1 : 1));
	for (const [index, [child, below]] of children.entries()) {
		const last = index === children.length - 1;
		const place = { name: `${indent}${last ? '└──' : '├──'}${child}`, parent: node, indent: `${indent}${last ? '    ' : '│   '}` };
		yield* rows(columns, below, place);
	}
}
