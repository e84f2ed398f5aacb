import { type Branches, type Operand, type Pipeline, TemplateError, type TemplateNode } from './template.ts';

/**
 * Reads a template: text, values, pipelines, variables, `if`, `with`, `range` with `else`, comments, trimmed space.
 *
 * @throws TemplateError for what is none, and for definitions of further templates, which a column has no use for
 */
export function parseTemplate(text: string): readonly TemplateNode[] {
	const parser = new Parser(pieces(text));
	const { body, end } = parser.list();
	if (end !== undefined) throw new TemplateError(`unexpected {{${end}}}`);
	return body;
}

type Piece = { readonly text: string } | { readonly action: string };

function pieces(text: string): Piece[] {
	const found: Piece[] = [];
	let at = 0;
	let trim = false;
	for (const match of text.matchAll(/\{\{(-\s)?((?:"(?:\\.|[^"\\])*"|`[^`]*`|(?!\}\})[^])*?)(\s-)?\}\}/g)) {
		const [whole, trimBefore, action = '', trimAfter] = match;
		found.push({ text: trimmed(text.slice(at, match.index), trim, trimBefore !== undefined) });
		if (!/^\s*\/\*[^]*\*\/\s*$/.test(action)) found.push({ action: action.trim() });
		trim = trimAfter !== undefined;
		at = match.index + whole.length;
	}
	const rest = text.slice(at);
	if (rest.includes('{{')) throw new TemplateError('unclosed action');
	return [...found, { text: trimmed(rest, trim, false) }];
}

function trimmed(text: string, start: boolean, end: boolean): string {
	const begun = start ? text.trimStart() : text;
	return end ? begun.trimEnd() : begun;
}

class Parser {
	readonly #pieces: Piece[];

	constructor(pieces: Piece[]) {
		this.#pieces = pieces;
	}

	/** Up to an `end` or `else`, which is handed over, or to the end of it all. */
	list(): { readonly body: readonly TemplateNode[]; readonly end: string | undefined } {
		const body: TemplateNode[] = [];
		for (let piece = this.#pieces.shift(); piece !== undefined; piece = this.#pieces.shift()) {
			if ('text' in piece) {
				if (piece.text !== '') body.push({ kind: 'text', text: piece.text });
				continue;
			}
			const [, word = '', rest = ''] =
				/^(end|else|if|with|range|define|template|block|break|continue)\b\s*([^]*)$/.exec(piece.action) ?? [];
			if (word === 'end' || word === 'else') return { body, end: piece.action };
			if (word === '') body.push({ kind: 'print', pipeline: readPipeline(piece.action) });
			else if (word === 'if' || word === 'with' || word === 'range') {
				body.push({ kind: 'branch', on: word, pipeline: readPipeline(rest), ...this.#branches() });
			} else throw new TemplateError(`{{${word}}} is not supported`);
		}
		return { body, end: undefined };
	}

	#branches(): Branches {
		const { body, end } = this.list();
		if (end === 'end') return { body, otherwise: [] };
		const [, on, rest = ''] = /^else\s+(if|with)\b([^]*)$/.exec(end ?? '') ?? [];
		if (on === 'if' || on === 'with') {
			return { body, otherwise: [{ kind: 'branch', on, pipeline: readPipeline(rest), ...this.#branches() }] };
		}
		if (end !== 'else') throw new TemplateError('unexpected EOF');
		const otherwise = this.list();
		if (otherwise.end !== 'end') throw new TemplateError('expected {{end}}');
		return { body, otherwise: otherwise.body };
	}
}

function readPipeline(text: string): Pipeline {
	const tokens = [...text.matchAll(tokenPattern)].map(([token]) => token).filter((token) => token.trim() !== '');
	if (tokens.join('').replaceAll(/\s/g, '') !== text.replaceAll(/\s/g, '')) throw new TemplateError(`unexpected characters in {{${text}}}`);
	const pipeline = takePipeline(tokens);
	if (tokens.length > 0) throw new TemplateError(`unexpected ${JSON.stringify(tokens[0])} in {{${text}}}`);
	return pipeline;
}

/** Strings, numbers, paths, words and signs; a path that goes on behind a bracket begins with its dot. */
const tokenPattern = /"(?:\\.|[^"\\])*"|`[^`]*`|:=|[-+]?\d+(?:\.\d+)?|\$?[A-Za-z_]\w*(?:\.\w+)*|\$(?:\.\w+)*|(?:\.\w+)+|[.|(),]|\s+/g;

function takePipeline(tokens: string[]): Pipeline {
	const assignment = tokens.indexOf(':=');
	const variables = assignment < 0 ? [] : tokens.splice(0, assignment + 1).filter((token) => token.startsWith('$'));
	const commands: Operand[][] = [[]];
	for (let token = tokens[0]; token !== undefined && token !== ')'; token = tokens[0]) {
		tokens.shift();
		if (token === '|') commands.push([]);
		else commands.at(-1)?.push(operand(token, tokens));
	}
	if (commands.some((command) => command.length === 0)) throw new TemplateError('missing value for command');
	return { variables, commands };
}

function operand(token: string, tokens: string[]): Operand {
	if (token === '(') {
		const pipeline = takePipeline(tokens);
		if (tokens.shift() !== ')') throw new TemplateError('unclosed left paren');
		const fields = tokens[0]?.startsWith('.') === true && tokens[0] !== '.' ? (tokens.shift() ?? '').slice(1).split('.') : [];
		return { kind: 'path', start: { pipeline }, fields };
	}
	if (token.startsWith('"')) return { kind: 'literal', value: JSON.parse(token) as unknown };
	if (token.startsWith('`')) return { kind: 'literal', value: token.slice(1, -1) };
	if (/^[-+]?\d/.test(token)) return { kind: 'literal', value: Number(token) };
	if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
	if (token === 'nil') return { kind: 'literal', value: undefined };
	if (token.startsWith('$')) {
		const [variable = '', ...fields] = token.split('.');
		return { kind: 'path', start: { variable }, fields };
	}
	if (token.startsWith('.')) return { kind: 'path', start: 'dot', fields: token === '.' ? [] : token.slice(1).split('.') };
	if (/^\w+$/.test(token)) return { kind: 'function', name: token };
	throw new TemplateError(`unexpected ${JSON.stringify(token)} in operand`);
}
