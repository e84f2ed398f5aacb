import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cpuOf, memoryOf } from './stats.ts';

test('memory is counted in kilobytes, under the names of the spec', () => {
	const found = memoryOf(
		'MemTotal: 100 kB\nMemFree: 30 kB\nMemAvailable: 60 kB\nActive(anon): 5 kB\nHugePages_Total: 2\nCommitted_AS: 7 kB\nDirectMap4k: 8 kB\n',
	);
	const { total, used, available, activeAnon, hugePagesTotal, commitTedas, directMap4k, swapTotal } = found;
	assert.deepEqual(
		{ total, used, available, activeAnon, hugePagesTotal, commitTedas, directMap4k, swapTotal },
		{ total: 100, used: 70, available: 60, activeAnon: 5, hugePagesTotal: 2, commitTedas: 7, directMap4k: 8, swapTotal: 0 },
	);
});

test('a running kernel says enough', () => {
	assert.ok(memoryOf(readFileSync('/proc/meminfo', 'utf8')).slab > 0);
	const { cpu, cpuTotal, contextSwitches } = cpuOf(readFileSync('/proc/stat', 'utf8'));
	assert.ok(cpu.length > 0 && cpuTotal.user > 0 && contextSwitches > 0);
});
