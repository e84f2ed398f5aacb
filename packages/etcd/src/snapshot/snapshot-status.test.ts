import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { EtcdFileError } from './errors.ts';
import { snapshotStatus } from './snapshot-status.ts';

/** What etcd 3.6.16 wrote after 100 puts, 15 deletions and 8 puts of deleted keys; two values take more than a page. */
const snapshot = gunzipSync(readFileSync(new URL('testdata/snapshot.db.gz', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'ichor-snapshot-'));
after(() => rmSync(folder, { recursive: true }));

function statusOf(bytes: Uint8Array) {
	const path = join(folder, 'snapshot.db');
	writeFileSync(path, bytes);
	return snapshotStatus(path);
}

describe('the status of a snapshot', () => {
	test('is what etcdutl 3.6.12 says', () => {
		assert.deepEqual(statusOf(snapshot), { hash: 0x3b95b350, revision: 124n, totalKeys: 93, totalSize: 69_632 });
	});

	test('comes from the other meta page when the newer one is not whole', () => {
		for (const page of [0, 1]) {
			const damaged = Uint8Array.from(snapshot);
			damaged.fill(0, page * 4096, page * 4096 + 80);
			// the older one may name pages that have been used again; what it says is then refused
			assert.doesNotThrow(() => ended(() => statusOf(damaged)));
		}
	});

	test('is refused to what is no database', () => {
		assert.throws(() => statusOf(new Uint8Array()), { code: 'not-a-database', message: 'invalid database' });
		assert.throws(() => statusOf(new Uint8Array(65_536)), { code: 'not-a-database' });
		assert.throws(() => statusOf(snapshot.subarray(0, 40_000)), { code: 'not-a-database', message: 'file size too small' });
		assert.throws(() => snapshotStatus(join(folder, 'absent')), { code: 'ENOENT', syscall: 'stat' });
	});

	test('of any damaged file is figures or a refusal, and takes bounded time', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(snapshot.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
				const damaged = Uint8Array.from(snapshot);
				for (const [place, value] of changes) damaged[place] = value;
				ended(() => statusOf(damaged));
			}),
			{ numRuns: 300 },
		);
	});
});

/** Throws what is not a refusal. */
function ended(read: () => unknown): void {
	try {
		read();
	} catch (error) {
		if (!(error instanceof EtcdFileError)) throw error;
	}
}
