import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parseMeminfo } from '@ichor/linux/procfs';
import { parseCpuinfo } from './cpuinfo.ts';
import { meminfoMessage } from './meminfo.ts';

test("this machine's processors and memory fit the messages", async () => {
	const [first] = parseCpuinfo(await readFile('/proc/cpuinfo', 'utf8'));
	assert.equal(first?.processor, 0);
	const memory = meminfoMessage(parseMeminfo(await readFile('/proc/meminfo', 'utf8')));
	assert.ok((memory.memtotal ?? 0n) > 1000n && (memory.memavailable ?? 0n) > 0n && (memory.activeanon ?? 0n) > 0n);
});
