import assert from 'node:assert/strict';
import { decodeFreeForm } from '../../src/config/decode-free-form.ts';
import { type ConfigValue, isOpaque } from '../../src/config/document.ts';
import { ConfigError } from '../../src/config/errors.ts';
import { TextRefusal } from '../../src/config/scalars/refusal.ts';
import { emit } from '../../src/yaml/emit.ts';
import { outputOf } from '../../src/yaml/from-value.ts';
import type { YamlStream } from '../../src/yaml/node.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/**
 * YAML in and out: reading throws ConfigError `syntax` and nothing else, and what was read is printed so that it is
 * read and printed the same again.
 */
export const target = {
	name: 'yaml',
	seeds: [
		'a: b\nc: [d, {e: f}]\n',
		'- &a |\n  text\n- *a\n- !!binary aGk=\n',
		'%TAG !x! tag:x,1:\n--- !x!y\n? "k\\x41"\n: >-\n  folded\n  text\n...\n---\n<<: {1: 0x1f, 2001-01-01: .inf}\n',
	].map((text) => new TextEncoder().encode(text)),
	run,
};

function run(input: Uint8Array): void {
	for (const { root } of read(input)?.documents ?? []) {
		const value = root === undefined ? undefined : valueOf(() => decodeFreeForm(root));
		if (value === undefined || isPrintedOtherwise(value)) continue;
		const text = emit(outputOf(value));
		const [again] = parseYaml(text).documents;
		const reread = again?.root;
		assert.ok(reread !== undefined, text);
		assert.equal(emit(outputOf(decodeFreeForm(reread))), text);
	}
}

function read(input: Uint8Array): YamlStream | undefined {
	try {
		return parseYaml(input);
	} catch (error) {
		assert.ok(error instanceof ConfigError && error.code === 'syntax', String(error));
		return undefined;
	}
}

function valueOf(decode: () => ConfigValue): ConfigValue | undefined {
	try {
		return decode();
	} catch (error) {
		assert.ok(error instanceof TextRefusal, String(error));
		return undefined;
	}
}

/**
 * A text that begins with white space and has lines: upstream's emitter prints some of these as other texts. Or a map
 * with keys that are no texts, of which two may be the same value.
 */
function isPrintedOtherwise(value: ConfigValue): boolean {
	if (typeof value === 'string') return /^\s/.test(value) && value.includes('\n');
	if (typeof value !== 'object' || value === null) return false;
	if (isOpaque(value)) return value.opaque === 'map';
	return Object.entries(value).some(([key, item]) => isPrintedOtherwise(key) || (item !== undefined && isPrintedOtherwise(item)));
}
