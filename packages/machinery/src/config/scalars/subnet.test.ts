import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddr, parsePrefix } from './ip.ts';
import { hostBits, isCIDR, isMasked, isPlainAddress, isSubnetOrAddress, isUnspecified, overlap } from './subnet.ts';

test('an unspecified address is all zeros, of its own family', () => {
	for (const text of ['0.0.0.0', '::']) assert.ok(isUnspecified(parseAddr(text)));
	for (const text of ['0.0.0.1', '::1', '::ffff:0.0.0.0', '::%eth0']) assert.ok(!isUnspecified(parseAddr(text)));
});

test('a masked prefix has no bits behind it', () => {
	for (const text of ['10.0.0.0/8', '0.0.0.0/0', '10.0.0.1/32', 'fd00::/8', '::1/128']) assert.ok(isMasked(parsePrefix(text)));
	for (const text of ['10.0.0.1/8', '128.0.0.0/0', 'fd00::1/127']) assert.ok(!isMasked(parsePrefix(text)));
	assert.equal(hostBits(parsePrefix('10.0.0.0/8')), 24);
	assert.equal(hostBits(parsePrefix('fd00::/8')), 120);
});

test('filters take networks and addresses', () => {
	for (const text of ['10.0.0.0/8', '10.0.0.1', 'fd00::/8', 'fe80::1%eth0']) assert.ok(isSubnetOrAddress(text));
	for (const text of ['', '10.0.0.0/33', '10.0.0', '::1/64/64', '10.0.0.0/08']) assert.ok(!isSubnetOrAddress(text));
});

test('old fields take what Go read for a long time', () => {
	for (const text of ['10.0.0.1/8', '10.0.0.1/08', '::1/0128']) assert.ok(isCIDR(text));
	for (const text of ['10.0.0.1', '10.0.0.1/', '10.0.0.1/33', '10.0.0.1/8/8', 'fe80::1%eth0/64', '10.0.0.1/+8']) assert.ok(!isCIDR(text));
	assert.ok(isPlainAddress('::1'));
	assert.ok(!isPlainAddress('fe80::1%eth0'));
});

test('two networks overlap when one has the other', () => {
	const prefix = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, length]) => parsePrefix(`${address}/${length}`));
	const contains = (a: ReturnType<typeof parsePrefix>, b: ReturnType<typeof parsePrefix>) =>
		a.length <= b.length && a.address.value >> BigInt(32 - a.length) === b.address.value >> BigInt(32 - a.length);
	fc.assert(
		fc.property(prefix, prefix, (a, b) => {
			assert.equal(overlap(a, b), contains(a, b) || contains(b, a));
			assert.equal(overlap(a, b), overlap(b, a));
			assert.ok(overlap(a, a));
		}),
	);
	assert.ok(!overlap(parsePrefix('0.0.0.0/0'), parsePrefix('::/0')));
});
