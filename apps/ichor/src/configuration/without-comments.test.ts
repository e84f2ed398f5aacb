import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutComments } from './without-comments.ts';

test('comments and layout make no difference, values do', async () => {
	const text = await withoutComments('machine: # the machine\n    type: worker\n---\n# nothing\n');
	assert.equal(text, await withoutComments('machine:\n  type: worker'));
	assert.notEqual(text, await withoutComments('machine:\n  type: "worker"'));
	assert.equal(await withoutComments(`a: 'off'`), await withoutComments('a: "off"'));
	assert.notEqual(text, await withoutComments('machine:\n  type: controlplane'));
});

test('nothing but comments is nothing', async () => {
	assert.equal(await withoutComments('# a\n---\n# b\n'), '');
	assert.equal(await withoutComments(''), '');
});

test('what is no YAML loses its lines of comment', async () => {
	assert.equal(await withoutComments('a: [\n # b\n#!c\n'), 'a: [\n#!c');
});
