import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judge } from './guard.ts';

const host = '127.0.0.1:4000';
const ask = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
	judge({ method, url, headers: { host, ...headers } }, host, 'secret');

test('who knows the token is let through', () => {
	const judged = ask('/secret/resources?node=10.5.0.2', { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' });
	assert.ok('path' in judged);
	assert.equal(judged.path, 'resources');
	assert.equal(judged.query.get('node'), '10.5.0.2');
	assert.ok('path' in ask('/secret/', { 'sec-fetch-site': 'none' }));
});

test('others are not, and neither are pages of other sites that know it', () => {
	for (const url of ['', '/', '//', 'http://evil.example/secret/', '/secre/', '/secret', '/secrett/', '//secret/', '/secret%2f/'])
		assert.deepEqual(ask(url), { refused: 404 }, url);
	assert.deepEqual(ask('/secret/', { host: 'evil.example:4000' }), { refused: 403 });
	assert.deepEqual(ask('/secret/', { host: 'localhost:4000' }), { refused: 403 });
	assert.deepEqual(ask('/secret/', { origin: 'http://evil.example' }), { refused: 403 });
	assert.deepEqual(ask('/secret/', { origin: 'null' }), { refused: 403 });
	assert.deepEqual(ask('/secret/', { 'sec-fetch-site': 'cross-site' }), { refused: 403 });
	assert.deepEqual(ask('/secret/', { 'sec-fetch-site': 'same-site' }), { refused: 403 });
	assert.deepEqual(ask('/secret/', {}, 'POST'), { refused: 405 });
});

test('whatever is asked for without the token is refused', () => {
	fc.assert(fc.property(fc.oneof(fc.webPath(), fc.string({ unit: 'binary' })), (path) => 'refused' in ask(path)));
});
