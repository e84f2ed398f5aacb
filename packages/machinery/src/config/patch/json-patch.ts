import { messageOf } from '@ichor/std';
import { emit } from '../../yaml/emit.ts';
import { outputOf } from '../../yaml/from-value.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { ConfigError } from '../errors.ts';
import { TextRefusal } from '../scalars/refusal.ts';
import { applyOperations } from './json-operations.ts';
import { nodeOfYaml, valueOfNode } from './json-yaml.ts';
import type { JsonPatch } from './patch.ts';

/**
 * A configuration's text with a patch of RFC 6902 applied, as ghodss/yaml prints it: keys sorted, lists not indented.
 * Works on a single document only. Throws ConfigError `patch`.
 */
export function applyJsonPatch(text: string | Uint8Array, { operations, name }: JsonPatch): string {
	const stream = refusingAs('failure decoding talos machine config', () => parseYaml(text, { duplicateKeys: true }));
	if (stream.documents.length !== 1)
		throw new ConfigError('patch', 'JSON6902 patches are not supported for multi-document machine configuration', {
			places: [
				{
					source: name,
					line: 1,
					column: 1,
					message: 'an RFC 6902 patch',
					hint: 'write it as a strategic patch: YAML documents with what is to change',
				},
			],
		});
	const document = refusingAs('failure converting talos machine config to json', () => nodeOfYaml(stream));
	const patched = refusingAs('failure applying rfc6902 patches to talos machine config', () => applyOperations(document, operations));
	return refusingAs('failure converting talos machine config from json to yaml', () =>
		emit(outputOf(valueOfNode(patched), 'json-patch'), 'json-patch'),
	);
}

function refusingAs<T>(doing: string, step: () => T): T {
	try {
		return step();
	} catch (error) {
		if (!(error instanceof ConfigError || error instanceof TextRefusal)) throw error;
		throw new ConfigError('patch', `${doing}: ${messageOf(error)}`, { cause: error });
	}
}
