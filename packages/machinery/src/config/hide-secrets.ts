import type { OutputNode } from '../yaml/output.ts';
import { nearestNames } from './nearest-names.ts';
import { redactedKey } from './scalars/base64.ts';
import { fieldsOf } from './schema/fields.ts';
import type { StructSchema } from './schema/schema.ts';

/**
 * What stands below a key that a struct does not have, fit for an error: a secret under a misspelt or misplaced name is
 * one still. Hidden is what has the name of a secret, or nearly that of one of the struct's.
 */
export function hideSecrets(key: string, value: OutputNode, schema: StructSchema): OutputNode {
	const fields = fieldsOf(schema);
	const meant = nearestNames(key, fields.keys()).some((name) => fields.get(name)?.secret === true);
	return meant ? hidden(value) : hideNamed(key, value);
}

/** The ends of the names of all secret fields, and of those that other formats have for the same. */
const secretName = /(?:key|token|secret|password|passphrase|auth|credentials?)$/i;

function hideNamed(key: string, value: OutputNode): OutputNode {
	if (secretName.test(key)) return hidden(value);
	return inner(value, hideNamed);
}

function hidden(value: OutputNode): OutputNode {
	return value.type === 'scalar' ? { type: 'scalar', kind: 'plain', text: redactedKey } : inner(value, (_, below) => hidden(below));
}

function inner(value: OutputNode, change: (key: string, value: OutputNode) => OutputNode): OutputNode {
	switch (value.type) {
		case 'scalar':
			return value;
		case 'seq':
			return { ...value, items: value.items.map((item) => change('', item)) };
		case 'map':
			return { ...value, pairs: value.pairs.map(({ key, value: below }) => ({ key, value: change(key.text, below) })) };
	}
}
