import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddr, parsePrefix } from './ip.ts';
import { canonicalAddr } from './ip-text.ts';

test('addresses are read', () => {
	assert.deepEqual(parseAddr('192.0.2.1'), { bits: 32, value: 0xc0000201n, zone: '' });
	assert.deepEqual(parseAddr('::'), { bits: 128, value: 0n, zone: '' });
	assert.deepEqual(parseAddr('2001:DB8::1'), { bits: 128, value: (0x20010db8n << 96n) | 1n, zone: '' });
	assert.deepEqual(parseAddr('::ffff:192.0.2.1'), { bits: 128, value: 0xffffc0000201n, zone: '' });
	assert.deepEqual(parseAddr('fe80::1%eth0'), { bits: 128, value: (0xfe80n << 112n) | 1n, zone: 'eth0' });
	assert.deepEqual(parsePrefix('192.0.2.1/24'), { address: parseAddr('192.0.2.1'), length: 24 });
});

test('what is wrong with an address is said', () => {
	const refusals = {
		'': 'unable to parse IP',
		'%eth0': 'missing IPv6 address',
		'1.2.3': 'IPv4 address too short',
		'1.2.3.4.5': 'IPv4 address too long',
		'1.2.3.': 'IPv4 field must have at least one digit (at ".")',
		'1.2.3.04': 'IPv4 field has octet with leading zero',
		'1.2.3.256': 'IPv4 field has value >255',
		'1.2.3.x': 'unexpected character (at "x")',
		'fe80::1%': 'zone must be a non-empty string',
		'1:2:3': 'address string too short',
		':1': 'each colon-separated field must have at least one digit (at ":1")',
		'12345::': 'each group must have 4 or less digits (at "12345::")',
		'1:': 'colon must be followed by more characters (at ":")',
		'1::2::3': 'multiple :: in address (at ":3")',
		'1::2x': 'unexpected character, want colon (at "x")',
		'1:2:3:4:5:6:7:8:9': 'trailing garbage after address (at "9")',
		'1:2:3:4:5:6:7::8': 'the :: must expand to at least one field of zeros',
		'1:2.3.4.5': 'embedded IPv4 address must replace the final 2 fields of the address (at "2.3.4.5")',
		'::1:2:3:4:5:6:7:1.2.3.4': 'too many hex fields to fit an embedded IPv4 at the end of the address (at "1.2.3.4")',
	};
	for (const [text, message] of Object.entries(refusals)) {
		assert.throws(() => parseAddr(text), { message: `ParseAddr("${text}"): ${message}` });
	}
});

test('what is wrong with a prefix is said', () => {
	const refusals = {
		'10.0.0.0': "no '/'",
		'x/8': 'ParseAddr("x"): unable to parse IP',
		'fe80::1%eth0/64': 'IPv6 zones cannot be present in a prefix',
		'10.0.0.0/08': 'bad bits after slash: "08"',
		'10.0.0.0/+8': 'bad bits after slash: "+8"',
		'10.0.0.0/33': 'prefix length out of range',
	};
	for (const [text, message] of Object.entries(refusals)) {
		assert.throws(() => parsePrefix(text), { message: `netip.ParsePrefix("${text}"): ${message}` });
	}
});

test('the canonical text of an address is read as the same address', () => {
	fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => assert.deepEqual(parseAddr(canonicalAddr(text)), parseAddr(text))));
});
