import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeLine } from './hygiene.ts';

test('what must not be in the repository is found', () => {
	const judge = (line: string, file = 'packages/x/src/y.ts') => judgeLine(file, line, '/home/user/ichor');
	assert.match(judge(`from https://registry.npmjs${'.org'}/x`, 'a.md') ?? '', /package registry/);
	assert.match(judge('/home/user/ichor/dist') ?? '', /path of this checkout/);
	assert.match(judge(`// @ts-${'ignore'}`) ?? '', /silences/);
	assert.match(judge('test.only(', 'x.test.ts') ?? '', /focuses/);
	assert.equal(judge('registry.k8s.io/etcd:v3.6.16'), undefined);
});
