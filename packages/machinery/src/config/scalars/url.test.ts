import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalURL, formatURL, mergeURL, parseRequestURI, parseURL, splitHostPort } from './url.ts';

test('URLs print as Go prints them', () => {
	const printed = {
		'HTTPS://A.example:6443': 'https://A.example:6443',
		'https://a/b c': 'https://a/b%20c',
		'https://a/%2f%41': 'https://a/%2f%41',
		'https://a/é': 'https://a/%C3%A9',
		'https://a?': 'https://a?',
		'https://a#': 'https://a',
		'https://a?q=a b#f g': 'https://a?q=a b#f%20g',
		'https://u:p@ss@h/': 'https://u:p%40ss@h/',
		'https://[fe80::1%25eth0]:1/': 'https://[fe80::1%25eth0]:1/',
		'mailto:a@b': 'mailto:a@b',
		'//host/path': '//host/path',
		'./a:b': './a:b',
		'': '',
		'${URL}': '$%7BURL%7D',
	};
	for (const [text, canonical] of Object.entries(printed)) assert.equal(canonicalURL(text), canonical, text);
});

test('what is wrong with a URL is said in the words of Go', () => {
	const refusals = {
		'http://a b/': 'parse "http://a b/": invalid character " " in host name',
		'http://a:x/': 'parse "http://a:x/": invalid port ":x" after host',
		'http://[::1/': 'parse "http://[::1/": missing \']\' in host',
		':a': 'parse ":a": missing protocol scheme',
		'1a:b': 'parse "1a:b": first path segment in URL cannot contain colon',
		'http://a/%zz': 'parse "http://a/%zz": invalid URL escape "%zz"',
		'http://a/\n': 'parse "http://a/\\n": net/url: invalid control character in URL',
		'http://u\u00e9@a/': 'parse "http://u\u00e9@a/": net/url: invalid userinfo',
	};
	for (const [text, message] of Object.entries(refusals)) assert.throws(() => parseURL(text), { message }, text);
	assert.throws(() => parseRequestURI('a'), { message: 'parse "a": invalid URI for request' });
});

test('a host is a name and a port', () => {
	assert.deepEqual(splitHostPort('a:1'), { hostname: 'a', port: '1' });
	assert.deepEqual(splitHostPort('[::1]'), { hostname: '::1', port: '' });
	assert.deepEqual(splitHostPort('[::1]:2'), { hostname: '::1', port: '2' });
	const { hostname, port } = parseURL('https://[2001:db8::1]:6443/x');
	assert.deepEqual([hostname, port], ['2001:db8::1', '6443']);
});

test('a patch replaces the parts of a URL that it has', () => {
	assert.equal(mergeURL('https://a:1/path?q', 'http://b'), 'http://b/path?q');
	assert.equal(mergeURL('https://a/path', 'https://b/other'), 'https://b/other');
	assert.equal(mergeURL('https://a/path', ''), 'https://a/path');
});

test('what Go prints, it reads and prints the same again', () => {
	const text = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string());
	fc.assert(
		fc.property(text, (input) => {
			let canonical: string;
			try {
				canonical = canonicalURL(input);
			} catch {
				return;
			}
			assert.equal(formatURL(parseURL(canonical)), canonical);
		}),
	);
});
