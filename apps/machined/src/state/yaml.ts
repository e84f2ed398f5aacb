import { emit, type OutputNode, outputMap, outputPlain, outputSeq, outputString } from '@ichor/machinery/yaml';

/** Prints the view of a spec as YAML: plain data, keys in their order. */
export function toYaml(view: unknown): string {
	return emit(nodeOf(view));
}

function nodeOf(value: unknown): OutputNode {
	if (typeof value === 'string') return outputString(value);
	if (Array.isArray(value)) return outputSeq(value.map(nodeOf));
	if (typeof value === 'object' && value !== null) {
		return outputMap(
			Object.entries(value).flatMap(([key, one]): (readonly [string, OutputNode])[] => (one === undefined ? [] : [[key, nodeOf(one)]])),
		);
	}
	return outputPlain(value === null || value === undefined ? 'null' : String(value));
}
