import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDocument, textOf } from '../../../test/arbitrary-config.ts';
import { encodeConfig } from '../encode.ts';
import { ConfigError } from '../errors.ts';
import { loadConfig } from '../load.ts';
import { documentKinds } from '../types/index.ts';
import { type Comments, encodeCommentedConfig } from './index.ts';

const forms: readonly Comments[] = ['none', 'docs', 'examples', 'all'];

test('comments stand on the line of a scalar and above everything else, examples below the last field', () => {
	const config = loadConfig('version: v1alpha1\nmachine: {type: worker, token: a, certSANs: [b], sysctls: {a: "1"}}\n');
	const docs = encodeCommentedConfig(config, 'docs');
	assert.match(docs, /^ {4}type: worker # \S.*\n {4}token: a # \S.*\n {4}# \S.*\n {4}certSANs:\n {8}- b\n/m);
	assert.doesNotMatch(docs, /^ *# \w+:$/m);
	const examples = encodeCommentedConfig(config, 'examples');
	assert.match(examples, /^ {4}type: worker\n/m);
	assert.match(examples, /^ {4}# \w+:$/m);
	assert.equal(encodeCommentedConfig(config, 'none'), encodeConfig(config));
});

describe('comments change nothing that is read', () => {
	for (const kind of documentKinds) {
		it(kind.kind, () => {
			fc.assert(
				fc.property(arbitraryDocument(kind), (document) => {
					const text = textOf([document]);
					let config: ReturnType<typeof loadConfig>;
					try {
						config = loadConfig(text);
					} catch (error) {
						assert.ok(error instanceof ConfigError, String(error));
						return;
					}
					const plain = encodeConfig(config);
					// upstream's slip: a text that is no value of its type, as in `protocol: Protocol(0)`
					if (/: \w+\(0\)$/m.test(plain)) return;
					for (const comments of forms)
						assert.equal(withoutEmpty(encodeConfig(loadConfig(encodeCommentedConfig(config, comments)))), withoutEmpty(plain));
				}),
				{ numRuns: kind.kind === 'v1alpha1' ? 15 : 10 },
			);
		});
	}
});

/** The commented encoder leaves other empty fields out than the plain one does. */
function withoutEmpty(text: string): string {
	return text.replaceAll(/^ *[\w-]+: (?:\{\}|\[\])\n/gm, '');
}
