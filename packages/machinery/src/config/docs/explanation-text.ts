import type { ChildExplanation, ExplainResult, Explanation } from './explain.ts';
import { columns, table, wrapped } from './text-table.ts';

/** An answer of `explainPath` for a terminal: at most 100 columns but for examples, one line break at the end. */
export function explanationText(result: ExplainResult): string {
	if (!('found' in result)) {
		const near = result.near.length === 0 ? '' : `; did you mean ${result.near.join(', ')}?`;
		return `nothing in the configuration is called ${JSON.stringify(result.part)}${near}\n`;
	}
	const [only, ...others] = result.found;
	if (others.length === 0) return explanation(only);
	return `${result.found.length} places have this name:\n\n${table(result.found.map(({ path, doc }) => [path, summaryOf(doc)]))}`;
}

/** The kinds of documents, each with its sentence. */
export function documentsText(documents: readonly ChildExplanation[]): string {
	return table(documents.map(({ name, summary }) => [name, summary]));
}

function explanation(it: Explanation): string {
	const title = it.path === it.type ? it.path : `${it.path}: ${it.type}`;
	const paragraphs = it.doc.split('\n').flatMap((line) => wrapped(line, columns - 2).map((text) => `  ${text}`));
	const sections = [`${title}\n`, `${paragraphs.join('\n')}\n`, facts(it), children(it), examples(it)];
	return sections.filter((section) => section !== '').join('\n');
}

function facts({ typeDoc, default: standard, values, since, deprecated, replacedBy, secret }: Explanation): string {
	const rows: (readonly [string, string])[] = [];
	if (typeDoc !== undefined) rows.push(['type', typeDoc]);
	if (standard !== undefined) rows.push(['default', standard]);
	if (values !== undefined) rows.push(['values', values.join(', ')]);
	if (since !== undefined) rows.push(['since', since]);
	if (deprecated) rows.push(['deprecated', replacedBy.length === 0 ? 'nothing takes its place' : `use ${replacedBy.join(', ')}`]);
	if (secret) rows.push(['secret', 'redacted wherever the configuration is shown']);
	return rows.length === 0 ? '' : table(rows);
}

function children({ children: fields }: Explanation): string {
	if (fields.length === 0) return '';
	return `  fields\n${table(fields.map(({ name, type, summary, deprecated }) => [`  ${name}`, type, deprecated ? `(deprecated) ${summary}` : summary]))}`;
}

function examples({ examples: all }: Explanation): string {
	if (all.length === 0) return '';
	const texts = all.map(({ name, yaml }) => `${name === undefined ? '' : `# ${name}\n`}${yaml}`);
	const separator = all.length > 1 && all.every(({ name }) => name === undefined) ? '---\n' : '\n';
	return `  example\n${texts.join(separator).replace(/^(?=.)/gm, '    ')}`;
}

function summaryOf(doc: string): string {
	return doc.split('\n', 1)[0] ?? '';
}
