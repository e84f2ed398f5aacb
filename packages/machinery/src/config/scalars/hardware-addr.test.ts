import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalHardwareAddr } from './hardware-addr.ts';

test('hardware addresses print in pairs, in lower case', () => {
	const printed = { '02:00:5E:10:00:01': '02:00:5e:10:00:01', aabb: 'aa:bb', 'a:ab:b': 'aa:bb', '': '' };
	for (const [text, canonical] of Object.entries(printed)) assert.equal(canonicalHardwareAddr(text), canonical, text);
	for (const text of ['a', 'aa-bb', 'gg', 'aa:b']) assert.throws(() => canonicalHardwareAddr(text), text);
});
