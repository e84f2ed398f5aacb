import { columns, table, wrapped } from '../../config/docs/text-table.ts';
import type { ResourceExplanation, UnknownResource } from './explain-resource.ts';

/** An answer of `explainResource` for a terminal: at most 100 columns, one line break at the end. */
export function resourceExplanationText(it: ResourceExplanation | UnknownResource): string {
	if ('unknown' in it) return unknownText(it);
	const title = it.path === '' ? `${it.type}: ${it.name}` : `${it.type} ${it.path}: ${it.shape}`;
	const meaning = wrapped(it.meaning, columns - 2).map((line) => `  ${line}\n`);
	const sections = [`${title}\n`, meaning.join(''), facts(it), heads(it), fields(it)];
	return sections.filter((section) => section !== '').join('\n');
}

/** The types, each with its sentence. */
export function resourcesText(types: readonly ResourceExplanation[]): string {
	return table(types.map(({ type, meaning }) => [type, meaning]));
}

function unknownText({ unknown, within, near }: UnknownResource): string {
	const meant = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
	const what = within === undefined ? 'no type of resource is' : `nothing in ${within} is`;
	return `${what} called ${JSON.stringify(unknown)}${meant}\n`;
}

function facts({ path, namespace, aliases, sensitive, words }: ResourceExplanation): string {
	const rows = path === '' ? [['namespace', namespace], ...(aliases.length === 0 ? [] : [['aliases', aliases.join(', ')]])] : [];
	if (sensitive && path === '') rows.push(['sensitive', 'only the role os:admin may read it']);
	if (words.length > 0) rows.push(['values', words.join(', ')]);
	return rows.length === 0 ? '' : table(rows);
}

function heads({ columns: printed }: ResourceExplanation): string {
	if (printed.length === 0) return '';
	return `  columns of the table\n${table(printed.map(({ name, jsonPath }) => [`  ${name.toUpperCase()}`, jsonPath]))}`;
}

function fields({ fields: all, path, shape }: ResourceExplanation): string {
	if (all.length === 0) return path === '' ? `  spec: ${shape}\n` : '';
	return `  fields\n${table(all.map(({ name, shape: form, meaning }) => [`  ${name}`, form, meaning]))}`;
}
