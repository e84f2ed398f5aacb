import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { etcFileConfig } from './etc-file-config.ts';

const judge = rulesOf(etcFileConfig);

test('a file stays below /etc', () => {
	for (const name of ['nfsmount.conf', 'a/b.conf', 'a/../b', 'sslx']) assert.deepEqual(judge({ name }).errors, [], name);
	for (const name of ['/a', '../a', '.a', './a', 'a/../../b']) {
		assert.deepEqual(judge({ name }).errors, [`user etc file "${name}" must be a local path`], name);
	}
	assert.deepEqual(judge({}).errors, ['user etc file name cannot be empty']);
});

test('what Talos writes is left to Talos', () => {
	for (const name of ['hosts', 'resolv.conf', 'cri', 'cri/conf.d/x', 'kubernetes/x']) {
		assert.deepEqual(judge({ name }).errors, [`user etc file "${name}" is managed by Talos`], name);
	}
});
