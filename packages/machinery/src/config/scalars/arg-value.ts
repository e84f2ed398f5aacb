import type { YamlNode } from '../../yaml/node.ts';
import { type OutputScalar, outputPlain, outputSeq } from '../../yaml/output.ts';
import { attempt, TextRefusal } from './refusal.ts';
import { isNull, resolvedOf, type ScalarCodec, stringOf } from './scalar-codec.ts';

/** An argument's value: one text, or a list of texts for an argument that is given several times. */
export const argValueCodec: ScalarCodec<string | readonly string[]> = {
	zero: '',
	decode(node) {
		const value = attempt(() => (node.type === 'seq' ? node.items.flatMap(itemOf) : stringOf(node)));
		if (value instanceof TextRefusal) throw new TextRefusal('arg value must be a string or list of strings');
		return value;
	},
	output(value) {
		if (typeof value !== 'string') return outputSeq(value.map(restyled));
		return value === '' ? outputPlain('null') : restyled(value);
	},
	isZero: (value) => value === '',
};

function itemOf(item: YamlNode): readonly string[] {
	if (!isNull(item)) return [stringOf(item)];
	// One that only says that it is null is refused.
	resolvedOf(item, 'string');
	return [];
}

/** Upstream hands these to the emitter as nodes, which does not put quotes around YAML 1.1's booleans. */
function restyled(text: string): OutputScalar {
	return { type: 'scalar', kind: 'restyled', text };
}
