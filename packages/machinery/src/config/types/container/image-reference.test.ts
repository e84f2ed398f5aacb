import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseImageReference } from './image-reference.ts';

const digest = `sha256:${'a'.repeat(64)}`;

test('an image is named by tag or pinned by digest', () => {
	for (const text of ['nginx', 'nginx:1.27', 'a/b', 'ghcr.io/a/b:v1', 'localhost/aa', 'registry:5000/aa', '[::1]:5000/aa']) {
		assert.deepEqual(parseImageReference(text), { pinned: false }, text);
	}
	for (const text of [`nginx@${digest}`, `ghcr.io/a/b:v1@${digest}`]) assert.deepEqual(parseImageReference(text), { pinned: true }, text);
});

test('what is no image is refused', () => {
	for (const text of [
		'',
		'x',
		'Nginx',
		'a b',
		'nginx:',
		`nginx:${'a'.repeat(129)}`,
		'aa@sha256:00',
		`aa@${digest}@`,
		'a.b:x/cc',
		'a?b.c/dd',
	]) {
		assert.equal(parseImageReference(text), undefined, text);
	}
});
