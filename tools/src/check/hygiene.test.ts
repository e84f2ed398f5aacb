import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeLine } from './hygiene.ts';

test('what must not be in the repository is found', () => {
	// Put together here, so that the check does not find them in this file.
	const [focus, silence, registry] = [
		['test', 'only('],
		['// @ts', 'ignore'],
		['https://registry.npmjs', 'org/x'],
	];
	const judge = (line: string, file = 'packages/x/src/y.ts') => judgeLine(file, line, '/home/user/ichor');
	assert.match(judge(registry?.join('.') ?? '', 'a.md') ?? '', /package registry/);
	assert.match(judge('/home/user/ichor/dist') ?? '', /path of this checkout/);
	assert.match(judge(silence?.join('-') ?? '') ?? '', /silences/);
	assert.match(judge(focus?.join('.') ?? '', 'x.test.ts') ?? '', /focuses/);
	const leaves = "import { enterNetwork } from '@ichor/linux/test';";
	assert.match(judge(leaves, 'x.test.ts') ?? '', /namespace\.test\.ts/);
	assert.equal(judge(leaves, 'x.namespace.test.ts'), undefined);
	assert.equal(judge('registry.k8s.io/etcd:v3.6.16'), undefined);
});
