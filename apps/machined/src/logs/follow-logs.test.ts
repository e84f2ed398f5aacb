import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { followLogs } from './follow-logs.ts';

test('every line of logs that are there, grow and come', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-logs-'));
	t.after(async () => await rm(folder, { recursive: true }));
	await writeFile(join(folder, 'etcd.log'), 'one\ntwo\n');
	await writeFile(join(folder, 'notes.txt'), 'no log\n');

	const stop = new AbortController();
	const taken: string[] = [];
	const following = followLogs({ ...background, signal: stop.signal }, folder, async (service, line) => {
		taken.push(`${service}: ${line}`);
	});
	const until = async (count: number) =>
		await waitFor(withTimeout(background, 10_000), () => (taken.length >= count ? true : undefined), 5);
	await until(2);
	await appendFile(join(folder, 'etcd.log'), 'three\nfo');
	await until(3);
	await appendFile(join(folder, 'etcd.log'), 'ur\n');
	await until(4);
	await writeFile(join(folder, 'kubelet.log'), 'five\n');
	await until(5);
	assert.deepEqual(taken, ['etcd: one', 'etcd: two', 'etcd: three', 'etcd: four', 'kubelet: five']);
	stop.abort();
	await following;
});

test('who takes no line any more ends it', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-logs-'));
	t.after(async () => await rm(folder, { recursive: true }));
	await writeFile(join(folder, 'etcd.log'), 'one\n');
	const stop = new AbortController();
	t.after(() => stop.abort());
	await assert.rejects(
		followLogs({ ...background, signal: stop.signal }, folder, async () => {
			throw new Error('full');
		}),
		{ message: 'full' },
	);
});
