import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSnapshot } from './etcd-snapshot.ts';

const database = randomBytes(8192);
database.writeUInt32LE(0xed0cdaed, 16);
const whole = Buffer.concat([database, createHash('sha256').update(database).digest()]);

test('a whole snapshot is taken; a truncated, damaged or foreign one is not', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-snapshot-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const check = async (content: Uint8Array, skipHash = false) => {
		writeFileSync(join(folder, 'db'), content);
		await checkSnapshot(join(folder, 'db'), skipHash);
	};
	await check(whole);
	await check(database, true);
	await assert.rejects(check(database), /no checksum at its end/);
	for (const length of [0, 100, 4096, 5000, 8191]) {
		await assert.rejects(check(whole.subarray(0, length)), { name: 'SnapshotError', code: 'failed-precondition' }, `${length} bytes`);
	}
	const damaged = Buffer.from(whole);
	damaged.writeUInt8((damaged[5000] ?? 0) ^ 1, 5000);
	await assert.rejects(check(damaged), /damaged/);
	await assert.rejects(check(randomBytes(8192 + 32)), /not a database/);
	await assert.rejects(check(randomBytes(8192), true), /not a database/);
	await assert.rejects(check(whole.subarray(0, 5001), true), /truncated/);
	await assert.rejects(checkSnapshot(join(folder, 'nothing'), false), /upload it first/);
});
