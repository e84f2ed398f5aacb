import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ClientError } from '../errors.ts';
import {
	contextOf,
	emptyTalosconfig,
	mergeTalosconfigs,
	singleContext,
	type TalosContext,
	type Talosconfig,
	withContext,
} from './talosconfig.ts';

const name = fc.constantFrom('a', 'b', 'a-1', 'a-1-1', '');
const config: fc.Arbitrary<Talosconfig> = fc
	.dictionary(name, fc.record({ endpoints: fc.array(fc.string()) }))
	.chain((contexts) =>
		fc.record({ context: fc.constantFrom('', ...Object.keys(contexts)), contexts: fc.constant(new Map(Object.entries(contexts))) }),
	);

test('merging keeps every context of both, under a name of its own', () => {
	fc.assert(
		fc.property(config, config, (into, from) => {
			const { config: merged, renames } = mergeTalosconfigs(into, from);
			const kept = [...into.contexts].every(([key, context]) => merged.contexts.get(key) === context);
			const values = new Set<TalosContext>(merged.contexts.values());
			assert.ok(kept && [...from.contexts.values()].every((context) => values.has(context)));
			assert.equal(merged.contexts.size, into.contexts.size + from.contexts.size);
			assert.ok(renames.length >= [...from.contexts.keys()].filter((key) => into.contexts.has(key)).length);
		}),
	);
});

test('the current context of what is merged becomes the current one, under its new name', () => {
	const into = singleContext('a', { endpoints: ['1'] });
	const { config: merged, renames } = mergeTalosconfigs(
		withContext(into, 'a-1', { endpoints: [] }),
		singleContext('a', { endpoints: ['2'] }),
	);
	assert.equal(merged.context, 'a-2');
	assert.deepEqual(renames, [{ from: 'a', to: 'a-2' }]);
	assert.equal(mergeTalosconfigs(into, emptyTalosconfig).config.context, 'a');
});

test('a context is asked for by name, or the current one is taken', () => {
	const both = withContext(singleContext('a', { endpoints: ['1'] }), 'b', { endpoints: ['2'] });
	assert.deepEqual(contextOf(both).endpoints, ['1']);
	assert.deepEqual(contextOf(both, 'b').endpoints, ['2']);
	assert.throws(
		() => contextOf(both, 'c'),
		(error) => error instanceof ClientError && error.message === 'context "c" is not defined',
	);
	assert.throws(
		() => contextOf(emptyTalosconfig),
		(error) => error instanceof ClientError && error.message === 'no context is set',
	);
});
