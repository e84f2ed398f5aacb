import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatches, loadConfig, loadPatches } from '@ichor/machinery';
import type { Figure } from './figure.ts';
import { sampleConfig } from './sample.ts';

const nodes = 1000;
/** talosctl is started this often, and the time taken for as many as there are nodes. */
const talosctlRuns = 40;

/** A fleet's configurations from one base and one patch each, in one process, beside a loop of talosctl. */
export async function* bench(): AsyncIterable<Figure> {
	const base = await sampleConfig(8000);
	const patches = Array.from({ length: nodes }, (_, i) => patchOf(i));
	const start = performance.now();
	const config = loadConfig(base);
	const together = patches.map((patch) => applyPatches(config, loadPatches([patch], refuseFile)).text);
	const ours = (performance.now() - start) / 1000;
	for (const i of [0, 499, 999]) {
		const alone = applyPatches(base, loadPatches([patches[i] ?? ''], refuseFile)).text;
		if (alone !== together[i]) throw new Error(`configuration ${i} differs from the one that is made alone`);
	}
	const talosctl = process.env.TALOSCTL?.split(':')[0];
	const name = `${nodes} configurations, one base, a patch each`;
	if (talosctl === undefined) yield { name, unit: 's', ours, why: 'TALOSCTL is not set' };
	else yield { name, unit: 's', ours, anchor: { name: 'a talosctl loop', value: loop(talosctl, base, patches) }, goal: 0.06 };
}

function patchOf(i: number): string {
	return `machine:\n  certSANs:\n    - node-${i}.example.org\n  nodeLabels:\n    example.org/rack: "${i % 40}"\n`;
}

function loop(talosctl: string, base: string, patches: readonly string[]): number {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-bench-'));
	try {
		const file = join(folder, 'base.yaml');
		writeFileSync(file, base);
		const start = performance.now();
		for (const patch of patches.slice(0, talosctlRuns)) {
			const { status, stderr } = spawnSync(talosctl, ['machineconfig', 'patch', file, '--patch', patch]);
			if (status !== 0) throw new Error(`talosctl exited with ${status}: ${stderr.toString()}`);
		}
		return ((performance.now() - start) / 1000 / talosctlRuns) * nodes;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function refuseFile(path: string): never {
	throw new Error(`no patch here is a file, and ${path} was taken for one`);
}
