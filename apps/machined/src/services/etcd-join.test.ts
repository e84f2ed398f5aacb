import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { MemberSchema } from '@ichor/api/etcd';
import { initialCluster } from './etcd-join.ts';

const member = (ID: bigint, name: string, ...peerURLs: readonly string[]) => create(MemberSchema, { ID, name, peerURLs: [...peerURLs] });

test('a joining member names itself, and every other that has not told its name apart from it', () => {
	const members = [
		member(1n, 'cp-1', 'https://10.0.0.1:2380', 'https://[fd00::1]:2380'),
		member(0xabcn, '', 'https://10.0.0.3:2380'),
		member(3n, '', 'https://10.0.0.2:2380'),
	];
	assert.equal(
		initialCluster(members, 'cp-2', ['https://10.0.0.2:2380']),
		'cp-1=https://10.0.0.1:2380,cp-1=https://[fd00::1]:2380,member-abc=https://10.0.0.3:2380,cp-2=https://10.0.0.2:2380',
	);
});
