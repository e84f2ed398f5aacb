import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { background, type Context } from '@ichor/std';
import { HostParameterRecord } from './host-parameter-record.ts';
import { readHostParameters } from './host-parameters.ts';

describe('the parameters of the host', () => {
	test('are put back when the last of several clusters ends, not before', async (t) => {
		const { record, root, cluster, set, value } = await place(t);
		const [one, two] = [await cluster('one'), await cluster('two')];
		await record.hold(background, one);
		await set('100');
		await record.hold(background, two);
		await record.hold(background, two);
		await record.release(background, one);
		assert.equal(await value(), '100');
		await record.release(background, two);
		assert.equal(await value(), '5');
		assert.equal(existsSync(join(root, '../record.json')), false);
		await record.release(background, two);
	});

	test('are put back as they were first, when clusters were removed by hand', async (t) => {
		const { record, cluster, set, value } = await place(t);
		const [lost, next] = [await cluster('lost'), await cluster('next')];
		await record.hold(background, lost);
		await set('100');
		await rm(lost, { recursive: true });
		await record.hold(background, next);
		await record.release(background, next);
		assert.equal(await value(), '5');
	});

	test('are recorded once, whoever comes first', async (t) => {
		const { record, cluster, set, value } = await place(t);
		const clusters = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(cluster));
		await Promise.all(clusters.map(async (path) => await record.hold(background, path)));
		await set('100');
		await Promise.all(clusters.map(async (path) => await record.release(background, path)));
		assert.equal(await value(), '5');
	});

	test('that went or came meanwhile are left alone', async (t) => {
		const { record, root, cluster } = await place(t);
		const told: string[] = [];
		const context: Context = { ...background, log: (level, message) => told.push(`${level}: ${message}`) };
		const path = await cluster('one');
		await record.hold(background, path);
		await rm(join(root, 'limit'));
		await mkdir(join(root, 'limit'));
		await writeFile(join(root, 'other'), '2\n');
		await record.release(context, path);
		assert.deepEqual(told, []);
		assert.equal(await readFile(join(root, 'other'), 'utf8'), '2\n');
	});

	const skip = process.getuid?.() === 0 && existsSync('/proc/sys/fs/epoll/max_user_watches') ? false : 'needs root and a kernel with epoll';
	if (skip !== false) console.log(`skipped: a parameter of this host is put back: ${skip}`);

	test('of this host are put back', { skip }, async (t) => {
		const folder = await mkdtemp(join(tmpdir(), 'ichor-parameters-'));
		const root = '/proc/sys/fs/epoll';
		const limit = join(root, 'max_user_watches');
		const before = await readFile(limit, 'utf8');
		t.after(async () => {
			await writeFile(limit, before);
			await rm(folder, { recursive: true });
		});
		const record = new HostParameterRecord(join(folder, 'record.json'), root);
		await record.hold(background, folder);
		await writeFile(limit, String(Number(before) + 1));
		await new HostParameterRecord(join(folder, 'record.json'), root).release(background, folder);
		assert.equal(await readFile(limit, 'utf8'), before);
	});

	test('are those of /proc/sys that no namespace has of its own', { skip }, async () => {
		const names = [...(await readHostParameters()).keys()];
		for (const name of ['kernel/panic', 'vm/overcommit_memory', 'fs/inotify/max_user_instances', 'fs/aio-max-nr']) {
			assert.ok(names.includes(name), name);
		}
		for (const name of ['kernel/hostname', 'kernel/shmmax', 'kernel/ns_last_pid']) assert.ok(!names.includes(name), name);
		assert.ok(names.every((name) => !name.startsWith('net/') && !name.startsWith('fs/mqueue/')));
	});
});

/** A record of a folder that stands in for /proc/sys, with one parameter that is 5. */
async function place(t: TestContext) {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-parameters-'));
	t.after(() => rm(folder, { recursive: true }));
	const root = join(folder, 'sys');
	await mkdir(root);
	const set = async (value: string) => await writeFile(join(root, 'limit'), `${value}\n`);
	await set('5');
	assert.equal((await stat(join(root, 'limit'))).mode & 0o600, 0o600);
	return {
		record: new HostParameterRecord(join(folder, 'record.json'), root),
		root,
		set,
		value: async () => (await readFile(join(root, 'limit'), 'utf8')).trim(),
		cluster: async (name: string) => {
			await mkdir(join(folder, name));
			return join(folder, name);
		},
	};
}
