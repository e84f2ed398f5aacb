import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeChecks } from './node-checks.ts';

test('each check is made once, in the order of upstream', () => {
	assert.deepEqual(
		nodeChecks.map(({ what }) => what),
		[
			'etcd to be healthy',
			'etcd members to be consistent across nodes',
			'etcd members to be control plane nodes',
			'apid to be ready',
			'all nodes memory sizes',
			'all nodes disk sizes',
			'no diagnostics',
			'kubelet to be healthy',
			'all nodes to finish boot sequence',
		],
	);
});
