import type { YamlMap, YamlNode, YamlPair } from '../yaml/node.ts';
import { isMergeKey } from '../yaml/resolve.ts';
import { FatalRefusal } from './scalars/refusal.ts';

/**
 * The pairs of a map with those of its `<<` behind them: a key of the map's own wins, and of several merged maps the
 * first that has it. Throws FatalRefusal for a `<<` that holds something else than maps.
 */
export function pairsWithMerges(map: YamlMap): readonly YamlPair[] {
	const merge = map.pairs.findLast(({ key }) => isMergeKey(key));
	if (merge === undefined) return map.pairs;
	const own = map.pairs.filter(({ key }) => !isMergeKey(key));
	const seen = new Set(own.map(({ key }) => keyText(key)));
	return [...own, ...mergedPairs(merge.value).filter(({ key }) => !seen.has(keyText(key)))];
}

function mergedPairs(node: YamlNode): readonly YamlPair[] {
	if (node.type === 'map') return pairsWithMerges(node);
	if (node.type === 'scalar' || node.alias !== undefined) throw notMaps(node);
	const pairs = new Map<string, YamlPair>();
	for (const item of node.items) {
		if (item.type !== 'map') throw notMaps(item);
		for (const pair of pairsWithMerges(item)) if (!pairs.has(keyText(pair.key))) pairs.set(keyText(pair.key), pair);
	}
	return [...pairs.values()];
}

function notMaps(node: YamlNode): FatalRefusal {
	return new FatalRefusal('map merge requires map or sequence of maps as the value', 'constructor', node.at);
}

function keyText(key: YamlNode): string {
	return key.type === 'scalar' ? key.text : '';
}
