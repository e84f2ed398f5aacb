import { emit } from './emit.ts';
import { type OutputNode, outputMap, outputPlain, outputSeq, outputString } from './output.ts';

/** Prints plain data as YAML, keys in their order: what specs of resources look like to people. */
export function plainYaml(value: unknown): string {
	return emit(nodeOf(value));
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
