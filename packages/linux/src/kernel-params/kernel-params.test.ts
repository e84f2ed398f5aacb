import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { kernelParams } from './kernel-params.ts';

async function machine(t: TestContext, values: Readonly<Record<string, string>>) {
	const root = await mkdtemp(join(tmpdir(), 'ichor-kernel-params-'));
	t.after(async () => await rm(root, { recursive: true }));
	for (const [path, value] of Object.entries(values)) {
		await mkdir(join(root, path, '..'), { recursive: true });
		await writeFile(join(root, path), value);
	}
	return { params: kernelParams(root), read: async (path: string) => await readFile(join(root, path), 'utf8') };
}

test('reads and writes what is below /proc/sys and /sys', async (t) => {
	const { params, read } = await machine(t, { 'proc/sys/net/ipv4/ip_forward': '0\n', 'sys/module/x/parameters/y': 'N\n' });
	assert.equal(await params.read('proc.sys.net.ipv4.ip_forward'), '0');
	await params.write('proc.sys.net.ipv4.ip_forward', '1');
	assert.equal(await read('proc/sys/net/ipv4/ip_forward'), '1\n');
	assert.equal(await params.read('sys.module.x.parameters.y'), 'N');
});

test('the separator that comes first separates', async (t) => {
	const { params } = await machine(t, { 'proc/sys/net/ipv4/conf/enp3s0.200/forwarding': '1' });
	assert.equal(await params.read('proc.sys.net/ipv4/conf/enp3s0.200/forwarding'), '1');
	assert.equal(await params.read('proc.sys.net.ipv4.conf.enp3s0/200.forwarding'), '1');
});

test('says what cannot be', async (t) => {
	const { params } = await machine(t, { 'proc/sys/a': '1' });
	assert.equal(await params.read('proc.sys.b'), undefined);
	await assert.rejects(params.write('proc.sys.b', '1'), { code: 'not-found' });
	for (const key of ['proc.sys./../../etc/passwd', 'etc.passwd', 'proc.sys.', 'sys.a//b']) {
		await assert.rejects(params.write(key, '1'), { code: 'invalid-argument' }, key);
	}
});

test('the kernel refuses what it does not take', { skip: process.getuid?.() === 0 ? false : 'only root may write' }, async () => {
	await assert.rejects(kernelParams().write('proc.sys.kernel.ostype', 'x'), { code: 'permission-denied' });
});
