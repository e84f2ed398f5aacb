import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { RpcError } from '@ichor/rpc';
import { saveSnapshot } from './save-snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'ichor-save-'));
after(() => rmSync(folder, { recursive: true }));

const database = Buffer.alloc(4096, 'etcd');
const snapshot = Buffer.concat([database, createHash('sha256').update(database).digest()]);

async function* inChunks(bytes: Buffer, size: number, failure?: Error): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
	if (failure !== undefined) throw failure;
}

describe('saving a snapshot', () => {
	test('writes all of it, for its owner', async () => {
		for (const size of [1, 31, 33, 5000]) {
			const path = join(folder, `good-${size}`);
			assert.equal(await saveSnapshot(path, inChunks(snapshot, size)), snapshot.length);
			assert.deepEqual(readFileSync(path), snapshot);
			assert.equal(statSync(path).mode & 0o777, 0o600);
			assert.ok(!existsSync(`${path}.part`));
		}
	});

	test('leaves nothing of what is not whole', async () => {
		const path = join(folder, 'bad');
		await assert.rejects(saveSnapshot(path, inChunks(snapshot.subarray(0, 4000), 1000)), {
			message: 'sha256 checksum not found (size 4000)',
		});
		const damaged = Buffer.from(snapshot);
		damaged[7] = 0;
		await assert.rejects(saveSnapshot(path, inChunks(damaged, 1000)), /checksum of the snapshot is wrong/);
		await assert.rejects(saveSnapshot(path, inChunks(snapshot, 1000, new RpcError('unavailable', 'gone'))), {
			message: 'error reading: rpc error: code = Unavailable desc = gone',
		});
		await assert.rejects(
			saveSnapshot(join(folder, 'no', 'where'), inChunks(snapshot, 1000)),
			/^Error: error creating temporary file: open .*no such file/,
		);
		assert.ok(!existsSync(path) && !existsSync(`${path}.part`));
	});
});
