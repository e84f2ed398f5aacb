import type { YamlNode } from '@ichor/machinery/yaml';

/**
 * What is left of a YAML text without its comments, in a form of which only equality means something: scalars as
 * plain or as text, keys in their order. A text that is no YAML is taken line by line. Empty when nothing is left.
 */
export async function withoutComments(text: string): Promise<string> {
	const { parseYaml } = await import('@ichor/machinery/yaml');
	try {
		const roots = parseYaml(text).documents.flatMap(({ root }) => root ?? []);
		return roots.map((root) => JSON.stringify(shapeOf(root))).join('\n');
	} catch {
		return text
			.split('\n')
			.filter((line) => !/^\s*#(?!!)/.test(line))
			.join('\n')
			.trim();
	}
}

function shapeOf(node: YamlNode): unknown {
	switch (node.type) {
		case 'scalar':
			// versions of Talos quote with either mark
			return [node.tag ?? '', node.style === 'plain', node.text];
		case 'map':
			return [node.tag ?? '', node.flow, node.pairs.map(({ key, value }) => [shapeOf(key), shapeOf(value)]), 'map'];
		case 'seq':
			return [node.tag ?? '', node.flow, node.items.map(shapeOf), 'seq'];
	}
}
