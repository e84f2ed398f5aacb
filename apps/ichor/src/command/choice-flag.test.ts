import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, enumeration } from './choice-flag.ts';

test('a choice is taken as it is spelled', () => {
	const mode = choice('mode', 'how', { choices: ['auto', 'staged'], initial: 'auto' });
	assert.equal(mode.accept('staged', undefined), 'staged');
	assert.throws(() => mode.accept('Staged', undefined), { message: 'possible options are: auto, staged' });
	assert.equal(mode.valueName, 'auto, staged');
});

test('a value of an enumeration is taken in any case', () => {
	const mode = enumeration('mode', 'how', { choices: ['default', 'force'], initial: 'default' });
	assert.equal(mode.accept('FORCE', undefined), 'force');
	assert.throws(() => mode.accept('nope', undefined), { message: 'must be one of [default force]' });
	assert.equal(mode.usage, 'how. Values: [default force]');
});
