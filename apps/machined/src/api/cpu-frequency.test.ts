import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCpuFrequencies } from './cpu-frequency.ts';

test('processors are read in their order, and those without a frequency are passed over', async (t) => {
	const root = mkdtempSync(join(tmpdir(), 'ichor-cpu-'));
	t.after(() => rmSync(root, { recursive: true }));
	const cpu = (name: string, files: Readonly<Record<string, string>>) => {
		mkdirSync(join(root, name, 'cpufreq'), { recursive: true });
		for (const [file, text] of Object.entries(files)) writeFileSync(join(root, name, 'cpufreq', file), `${text}\n`);
	};
	const full = { cpuinfo_cur_freq: '2400000', cpuinfo_min_freq: '800000', cpuinfo_max_freq: '3600000', scaling_governor: 'performance' };
	cpu('cpu10', full);
	cpu('cpu2', { scaling_governor: 'powersave' });
	cpu('cpu3', {});
	assert.deepEqual(await readCpuFrequencies(root), [
		{ currentFrequency: 0n, minimumFrequency: 0n, maximumFrequency: 0n, governor: '' },
		{ currentFrequency: 2_400_000n, minimumFrequency: 800_000n, maximumFrequency: 3_600_000n, governor: 'performance' },
	]);
	assert.deepEqual(await readCpuFrequencies(join(root, 'nothing')), []);
});
