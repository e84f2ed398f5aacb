import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { type CommandLine, peakMemory, timeProcesses } from './whole-process.ts';

const rounds = 15;

/** The offline commands as whole processes, beside the talosctl that TALOSCTL names first. */
export async function* bench(): AsyncIterable<Figure> {
	const ichor = join(import.meta.dirname, '../dist/ichor');
	if (!existsSync(ichor)) throw new Error('there is no dist/ichor to measure: npm run build');
	const talosctl = process.env.TALOSCTL?.split(':')[0];
	const folder = mkdtempSync(join(tmpdir(), 'ichor-bench-'));
	try {
		for (const { name, args, goal } of prepare(ichor, folder)) {
			const commands: CommandLine[] = [[ichor, ...args], ...(talosctl === undefined ? [] : [[talosctl, ...args] as const])];
			const [ours = 0, theirs] = timeProcesses(commands, rounds);
			yield beside({ name, unit: 'ms', ours, goal }, theirs);
			const [memory = 0, theirMemory] = await Promise.all(commands.map(peakMemory));
			yield beside({ name: `${name}, memory`, unit: 'MB', ours: memory, goal: 1 }, theirMemory);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function beside(figure: Figure, value: number | undefined): Figure {
	return value === undefined ? { ...figure, why: 'TALOSCTL is not set' } : { ...figure, anchor: { name: 'talosctl', value } };
}

function prepare(
	ichor: string,
	folder: string,
): readonly { readonly name: string; readonly args: readonly string[]; readonly goal: number }[] {
	const secrets = join(folder, 'secrets.yaml');
	const config = join(folder, 'config');
	const patch = join(folder, 'patch.yaml');
	mustRun(ichor, 'gen', 'secrets', '-o', secrets);
	mustRun(ichor, 'gen', 'config', 'bench', 'https://192.0.2.10:6443', '--with-secrets', secrets, '--output-dir', config);
	writeFileSync(patch, 'machine:\n  sysctls:\n    vm.max_map_count: "262144"\n  certSANs:\n    - node.example.org\n');
	const controlPlane = join(config, 'controlplane.yaml');
	const generate = ['gen', 'config', 'bench', 'https://192.0.2.10:6443', '--with-secrets', secrets, '--force', '--output-dir', config];
	return [
		{ name: 'version --client --short', args: ['version', '--client', '--short'], goal: 1.2 },
		{ name: 'machineconfig patch', args: ['machineconfig', 'patch', controlPlane, '--patch', `@${patch}`], goal: 1.5 },
		{ name: 'validate', args: ['validate', '--mode', 'metal', '--config', controlPlane], goal: 1.5 },
		{ name: 'gen config --with-secrets', args: generate, goal: 2 },
	];
}

function mustRun(program: string, ...args: readonly string[]): void {
	const { status, stderr } = spawnSync(program, args);
	if (status !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${status}: ${stderr.toString()}`);
}
