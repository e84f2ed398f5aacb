import type { SourceText, YamlNode, YamlScalar } from './node.ts';
import { type OutputNode, type OutputScalar, outputMap, outputSeq } from './output.ts';

/** A node to be printed as it was read: in its quotes, an alias as an alias, with the comment behind it. */
export function outputOfNode(node: YamlNode, source: SourceText): OutputNode {
	if (node.alias !== undefined) return { type: 'scalar', kind: 'raw', text: `*${node.alias.name}` };
	switch (node.type) {
		case 'scalar':
			return scalarOutput(node, source);
		case 'seq':
			return { ...outputSeq(node.items.map((item) => outputOfNode(item, source))), flow: node.flow };
		case 'map':
			return {
				...outputMap(node.pairs.map(({ key, value }) => [key.type === 'scalar' ? key.text : '', outputOfNode(value, source)])),
				flow: node.flow,
			};
	}
}

function scalarOutput(node: YamlScalar, source: SourceText): OutputScalar {
	const line = commentBehind(node, source.text);
	return { type: 'scalar', kind: kindOf(node), text: node.text, ...(line === undefined ? {} : { line }) };
}

function kindOf({ style, tag, text }: YamlScalar): OutputScalar['kind'] {
	switch (style) {
		case 'plain':
			return tag !== undefined ? 'string' : text === '' ? 'raw' : 'plain';
		case 'single':
			return 'single';
		case 'double':
			return 'quoted';
		default:
			return 'string';
	}
}

/** The comment on the line on which a scalar begins and ends. */
function commentBehind({ at, style, text }: YamlScalar, source: string): string | undefined {
	const scalar = style === 'plain' ? text : (quotedAt(source, at) ?? '');
	if (scalar === '' || !source.startsWith(scalar, at)) return undefined;
	comment.lastIndex = at + scalar.length;
	return comment.exec(source)?.[1];
}

function quotedAt(source: string, at: number): string | undefined {
	quoted.lastIndex = at;
	return quoted.exec(source)?.[0];
}

const quoted = /'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"/y;

const comment = /[ \t]+(#[^\r\n]*)/y;
