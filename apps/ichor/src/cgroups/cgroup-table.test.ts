import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { matchesGolden } from '../golden.ts';
import { cgroupTable } from './cgroup-table.ts';
import { everyCgroup, readCgroupTree, renameCgroups } from './cgroup-tree.ts';
import { cgroupPresets } from './presets.ts';

/** What a node may send. */
const files = {
	'cpu.stat': 'usage_usec 3000000\nuser_usec 2000000\nsystem_usec 1000000\n',
	'system/apid/cpu.max': 'max 100000\n',
	'system/apid/cpu.stat': 'user_usec 500000\nsystem_usec 333\n',
	'system/apid/cpu.weight': '79\n',
	'system/apid/memory.current': '104857600\n',
	'system/apid/memory.min': '209715200\n',
	'system/apid/memory.max': 'max\n',
	'system/apid/cgroup.procs': '1\n22\n',
	'system/apid/cpuset.cpus': '0-1\n',
	'system/apid/cpuset.cpus.effective': '0-1\n',
	'system/apid/cpuset.mems.effective': '0\n',
	'system/apid/memory.peak': '125829120\n',
	'system/apid/memory.swap.current': '4096\n',
	'system/apid/memory.swap.max': '0\n',
	'system/apid/pids.max': '512\n',
	'system/apid/io.stat': '8:0 rbytes=4096 wbytes=8192 rios=1 wios=2\n',
	'system/apid/memory.pressure': 'some avg10=0.12 avg60=0.00 avg300=0.00 total=5\nfull avg10=0.05 avg60=0.00 avg300=0.00 total=5\n',
	'system/cpu.stat': 'user_usec 1000000\nsystem_usec 666\n',
	'kubepods/unknown.file': 'x',
};

test('groups are a tree, with what talosctl 1.13 prints beside them', async () => {
	const root = await readCgroupTree(archive(files));
	renameCgroups(root, new Map([['kubepods', 'a pod']]));
	for (const node of everyCgroup(root)) node.CgroupProcsResolved = ['init', '22'];
	const tables = Object.entries(cgroupPresets).map(([name, columns]) => `--preset ${name}\n${cgroupTable(columns)(root)}`);
	matchesGolden(new URL('testdata/presets.txt', import.meta.url), tables.join('\n'));
});

test('a file that is not what its name says is named', async () => {
	await assert.rejects(readCgroupTree(archive({ 'a/cpu.stat': 'nonsense\n' })), {
		message: 'failed to parse "a/cpu.stat": invalid format',
	});
	await assert.rejects(readCgroupTree(archive({ 'pids.max': '1x\n' })), /^Error: failed to parse "pids\.max": strconv\.ParseInt/);
});

async function* archive(content: Readonly<Record<string, string>>): AsyncGenerator<Uint8Array> {
	const tar = pack();
	for (const [name, text] of Object.entries(content)) tar.entry({ name }, text);
	tar.finalize();
	const chunks: Uint8Array[] = [];
	for await (const chunk of tar) chunks.push(chunk as Uint8Array);
	yield gzipSync(Buffer.concat(chunks));
}
