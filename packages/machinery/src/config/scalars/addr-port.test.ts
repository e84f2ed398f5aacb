import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalAddrPort, parseAddrPort } from './addr-port.ts';

test('addresses with ports print in their shortest form', () => {
	const printed = {
		'192.0.2.1:80': '192.0.2.1:80',
		'[2001:DB8:0::1]:51820': '[2001:db8::1]:51820',
		'[fe80::1%eth0]:1': '[fe80::1%eth0]:1',
		'[::ffff:192.0.2.1]:65535': '[::ffff:192.0.2.1]:65535',
		'192.0.2.1:0080': '192.0.2.1:80',
	};
	for (const [text, canonical] of Object.entries(printed)) assert.equal(canonicalAddrPort(text), canonical, text);
});

test('half of an address with a port is refused', () => {
	for (const text of ['', '192.0.2.1', ':80', '2001:db8::1:80', '[192.0.2.1]:80', '192.0.2.1:65536', '[::1]', '192.0.2.1:+1']) {
		assert.throws(() => parseAddrPort(text), text);
	}
});
