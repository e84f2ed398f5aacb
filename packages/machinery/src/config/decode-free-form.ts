import { formatFloat } from '../yaml/go-float.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/node.ts';
import { isMergeKey, ResolveRefusal, resolveScalar } from '../yaml/resolve.ts';
import type { ConfigValue } from './document.ts';
import { pairsWithMerges } from './merge-keys.ts';
import { bytesOf } from './scalars/binary.ts';
import { FatalRefusal, TextRefusal } from './scalars/refusal.ts';

/** The value of a node of which no type says what it is: what go-yaml puts into an `any`. Throws TextRefusal. */
export function decodeFreeForm(node: YamlNode): ConfigValue {
	switch (node.type) {
		case 'scalar':
			return scalarValue(node);
		case 'seq':
			return node.items.filter((item) => !isMergeKey(item)).map(decodeFreeForm);
		case 'map':
			return mapValue(node);
	}
}

function scalarValue(scalar: YamlScalar): ConfigValue {
	const { tag, value } = resolve(scalar);
	switch (tag) {
		case 'float':
			return Number.isInteger(value) ? { opaque: 'float', text: formatFloat(value) } : value;
		case 'timestamp':
			return { opaque: 'timestamp', text: value };
		case 'binary':
			return bytesOf(scalar);
		default:
			return value;
	}
}

function resolve(scalar: YamlScalar) {
	try {
		return resolveScalar(scalar);
	} catch (refusal) {
		if (refusal instanceof ResolveRefusal) throw new FatalRefusal(refusal.message, 'resolver');
		throw refusal;
	}
}

/** A map of texts, or one of anything when a key of its own is no text. */
function mapValue(node: YamlMap): ConfigValue {
	// go-yaml reads nothing from `<<` where a value is, and does not say so
	const pairs = pairsWithMerges(node).filter(({ value }) => !isMergeKey(value));
	const keysAreTexts = node.pairs.every(({ key }) => isMergeKey(key) || isText(key));
	if (!keysAreTexts) return { opaque: 'map', entries: pairs.map(({ key, value }) => [keyValue(key), decodeFreeForm(value)]) };
	const map: { [key: string]: ConfigValue } = Object.create(null);
	for (const { key, value } of pairs) if (key.type === 'scalar') map[key.text] = decodeFreeForm(value);
	return map;
}

function isText(key: YamlNode): boolean {
	return key.type === 'scalar' && ['str', 'other'].includes(resolve(key).tag);
}

function keyValue(key: YamlPair['key']): ConfigValue {
	if (key.type === 'scalar') return scalarValue(key);
	throw new TextRefusal(`cannot use a ${key.type === 'map' ? 'map' : 'list'} as a map key`);
}
