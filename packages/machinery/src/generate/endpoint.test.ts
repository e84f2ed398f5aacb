import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../config/errors.ts';
import { checkEndpoint, hostnameOf, isIPv6Literal, writtenURL } from './endpoint.ts';

/** What talosctl v1.13.9 answered to `gen config x ENDPOINT`. */
const refusals: Readonly<Record<string, string>> = {
	'': 'no scheme and port specified for the cluster endpoint URL\ntry: "https://:6443"',
	'1.2.3.4': 'no scheme and port specified for the cluster endpoint URL\ntry: "https://1.2.3.4:6443"',
	'1.2.3.4:6443': 'no scheme specified for the cluster endpoint URL\ntry: "https://1.2.3.4:6443"',
	foo: 'no scheme and port specified for the cluster endpoint URL\ntry: "https://foo:6443"',
	'foo:443': 'the control plane endpoint URL should have scheme https://\ntry: "https:443"',
	'foo bar': 'no scheme and port specified for the cluster endpoint URL\ntry: "https://foo%20bar:6443"',
	'foo/bar': 'no scheme and port specified for the cluster endpoint URL\ntry: "https://foo%2Fbar:6443"',
	'%zz': 'no scheme and port specified for the cluster endpoint URL\ntry: "https://%25zz:6443"',
	'a%zz/b': 'failed to parse the cluster endpoint URL: parse "a%zz/b": invalid URL escape "%zz"',
	'http://foo': 'the control plane endpoint URL should have scheme https://\ntry: "https://foo:6443"',
	'http://foo:80/x': 'the control plane endpoint URL should have scheme https://\ntry: "https://foo:80/x"',
	'ftp:x': 'the control plane endpoint URL should have scheme https://\ntry: "https:x"',
	'://x': 'failed to parse the cluster endpoint URL: parse "://x": missing protocol scheme',
	'https://': 'error validating the cluster endpoint URL: hostname must not be blank',
	'https:foo': 'error validating the cluster endpoint URL: hostname must not be blank',
	'https://:6443': 'error validating the cluster endpoint URL: hostname must not be blank',
	'https://foo:0': 'error validating the cluster endpoint URL: port number must be between 1 and 65535',
	'https://foo:99999': 'error validating the cluster endpoint URL: port number must be between 1 and 65535',
	'https://foo:abc': 'failed to parse the cluster endpoint URL: parse "https://foo:abc": invalid port ":abc" after host',
	'https://fo o': 'failed to parse the cluster endpoint URL: parse "https://fo o": invalid character " " in host name',
	'fc00::1': 'the control plane endpoint URL should have scheme https://\ntry: "https::1"',
	'2001:db8::1': 'no scheme specified for the cluster endpoint URL\ntry: "https://2001:db8::1"',
	'[2001:db8::1]:6443': 'no scheme specified for the cluster endpoint URL\ntry: "https://[2001:db8::1]:6443"',
};

test('an endpoint that is no https URL with a host is refused, and what was meant is proposed', () => {
	for (const [endpoint, message] of Object.entries(refusals)) {
		assert.throws(
			() => checkEndpoint(endpoint),
			(error) => error instanceof ConfigError && error.code === 'input' && error.message === message,
			endpoint,
		);
	}
});

test('https URLs with a host are taken, and written in their canonical spelling', () => {
	for (const endpoint of [
		'https://foo',
		'https://1.2.3.4:6443',
		'https://[fc00::1]',
		'https://[fc00::1]:6443',
		'https://foo/path?x=1#y',
		'https://user:pw@foo_bar:1',
	]) {
		checkEndpoint(endpoint);
		assert.equal(writtenURL(endpoint), endpoint);
	}
	checkEndpoint('HTTPS://Foo.Bar:6443');
	assert.equal(writtenURL('HTTPS://Foo.Bar:6443'), 'https://Foo.Bar:6443');
});

test('the host of an endpoint is found without port and brackets', () => {
	assert.equal(hostnameOf('https://[fc00::1]:6443'), 'fc00::1');
	assert.equal(hostnameOf('https://foo'), 'foo');
	assert.equal(hostnameOf('https://fo o'), undefined);
});

test('only a bare address is an IPv6 literal', () => {
	assert.ok(isIPv6Literal('fc00::1'));
	for (const text of ['10.0.0.1', '[fc00::1]', 'https://[fc00::1]:6443', '']) assert.equal(isIPv6Literal(text), false);
});
