import type { YamlNode } from '../yaml/node.ts';
import { type OutputNode, outputMap, outputPlain, outputSeq, outputString } from '../yaml/output.ts';

/** A node to be printed as it was read: what was in quotes is a string, what was not stands as it is. */
export function outputOfNode(node: YamlNode): OutputNode {
	switch (node.type) {
		case 'scalar':
			return node.style === 'plain' && node.tag === undefined ? outputPlain(node.text) : outputString(node.text);
		case 'seq':
			return { ...outputSeq(node.items.map(outputOfNode)), flow: node.flow };
		case 'map':
			return {
				...outputMap(node.pairs.map(({ key, value }) => [key.type === 'scalar' ? key.text : '', outputOfNode(value)])),
				flow: node.flow,
			};
	}
}
