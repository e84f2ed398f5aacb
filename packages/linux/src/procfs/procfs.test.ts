import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDiskstats } from './diskstats.ts';
import { parseLoadavg } from './loadavg.ts';
import { parseMeminfo } from './meminfo.ts';
import { parseMounts } from './mounts.ts';
import { parseNetDev } from './net-dev.ts';
import { parseProcessStat, readProcesses } from './processes.ts';
import { parseStat } from './stat.ts';

test('memory is in KiB, and a count of pages is a count', () => {
	const memory = parseMeminfo('MemTotal:       24589256 kB\nHugePages_Total:       4\nBroken line\n');
	assert.deepEqual(
		[...memory],
		[
			['MemTotal', 24589256],
			['HugePages_Total', 4],
		],
	);
});

test('a mount point with a space and a backslash in it is read whole', () => {
	assert.deepEqual(parseMounts('/dev/sda /mnt/a\\040b\\134c ext4 rw,relatime 0 0\n'), [
		{ source: '/dev/sda', target: '/mnt/a b\\c', type: 'ext4', options: 'rw,relatime' },
	]);
});

test('a process may call itself anything', () => {
	const { pid, command, state, parent, threads, residentMemory } = parseProcessStat(
		'42 (a) (b) R 1 42 42 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 7 0 100 1000000 256 18446744073709551615\n',
	);
	assert.deepEqual(
		{ pid, command, state, parent, threads, residentMemory },
		{ pid: 42, command: 'a) (b', state: 'R', parent: 1, threads: 7, residentMemory: 256 * 4096 },
	);
	fc.assert(fc.property(fc.string(), (name) => parseProcessStat(`7 (${name}) S 1 `).command === name));
});

test('the columns of the network and disk tables are where the kernel puts them', () => {
	const [lo] = parseNetDev('Inter-|   Receive\n face |bytes\n    lo:  1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n');
	assert.equal(lo?.name, 'lo');
	assert.deepEqual(lo?.received, { bytes: 1, packets: 2, errors: 3, dropped: 4, fifo: 5, compressed: 7, frame: 6, multicast: 8 });
	assert.deepEqual(lo?.sent, { bytes: 9, packets: 10, errors: 11, dropped: 12, fifo: 13, compressed: 16, collisions: 14, carrier: 15 });
	const [disk] = parseDiskstats(' 254 0 vda 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n');
	assert.deepEqual(disk?.reads, { completed: 1, merged: 2, sectors: 3, time: 4 });
	assert.deepEqual(disk?.discards, { completed: 12, merged: 13, sectors: 14, time: 15 });
	assert.equal(disk?.weightedTime, 11);
});

test("this machine's own tables are understood", async () => {
	const read = async (name: string) => await readFile(`/proc/${name}`, 'utf8');
	assert.ok((parseMeminfo(await read('meminfo')).get('MemTotal') ?? 0) > 1000);
	assert.equal(parseLoadavg(await read('loadavg')).length, 3);
	const stat = parseStat(await read('stat'));
	assert.ok(stat.cpus.length > 0 && stat.bootTime > 1_000_000_000 && stat.cpuTotal.idle > 0);
	assert.ok(parseMounts(await read('mounts')).some(({ target }) => target === '/proc'));
	assert.ok(parseNetDev(await read('net/dev')).some(({ name }) => name === 'lo'));
	assert.ok((await readProcesses()).some(({ pid }) => pid === process.pid));
});
