import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SupervisorClient } from '@ichor/provision';
import { background, waitFor, withTimeout } from '@ichor/std';
import { StartedCluster } from '../../integration/started-cluster.ts';
import { ichor, type Outcome, type Program } from '../program.ts';
import { noTalosctl, talosctlOf } from '../talosctl.ts';
import definition from './cluster.ts';
import type { NodeLine } from './lines/node-line.ts';
import { nodeLines } from './node-lines.ts';
import { expectedOf } from './other-versions.ts';
import { cellsOf, seen } from './seen.ts';
import { runLine, type Surroundings, surroundingsOf } from './surroundings.ts';

/*
 * Every command that drives nodes, typed into the real talosctl of three versions and into ichor, against nodes that this
 * file starts. ichor must do what 1.13 does; 1.12 and 1.14 must end as they end, with the same in their tables.
 */

const talosctl = await talosctlOf('v1.13');
const others: readonly (readonly [version: string, program: Program | undefined])[] = [
	['v1.12', await talosctlOf('v1.12')],
	['v1.14', await talosctlOf('v1.14')],
];
const skip = talosctl === undefined ? noTalosctl('v1.13') : process.getuid?.() === 0 ? false : 'container nodes need root';
for (const [version, program] of others) if (skip === false && program === undefined) console.log(`skipped: ${noTalosctl(version)}`);
const everyProgram = [talosctl, ...others.map(([, program]) => program), ichor].filter((program) => program !== undefined);
const context = withTimeout(background, 90 * 60_000);

describe('commands on nodes', { skip, timeout: 90 * 60_000 }, () => {
	let cluster: StartedCluster;
	let around: Surroundings;

	before(async () => {
		cluster = await StartedCluster.start(context, definition, '../compat/nodes/cluster', '--no-kubernetes');
		const [A = '', B = '', C = '', W = ''] = definition.nodes.map(({ address }) => address);
		around = await surroundingsOf(cluster.talos, { A, B, C, W }, await readFile(join(cluster.folder.path, 'talosconfig'), 'utf8'));
	});

	after(async () => await cluster.remove());

	describe('that change none', { concurrency: 4 }, () => {
		for (const line of nodeLines) {
			test(line.words, async () => {
				const theirs = await compareOurs(line);
				for (const [version, program] of others) if (program !== undefined) await compareOther(version, program, line, theirs);
			});
		}

		test('a snapshot has the same figures', async () => {
			await again(async () => {
				const [ours, theirs] = await Promise.all(
					[ichor, talosctl as Program].map(async (program) => figuresOf(await runLine(around, program, 'etcd snapshot -n A snapshot.db'))),
				);
				assert.deepEqual(ours, theirs);
			});
		});

		test('a kubeconfig is merged under names that are free', async () => {
			const there = (await runLine(around, ichor, 'kubeconfig -n A fetched --merge=false')).files.get('fetched')?.content ?? '';
			const [ours, theirs] = await Promise.all(
				[ichor, talosctl as Program].map(async (program) => await runLine(around, program, 'kubeconfig -n A there', { files: { there } })),
			);
			assert.equal(ours?.stdout, theirs?.stdout);
			assert.equal(withoutKeys(ours), withoutKeys(theirs));
		});

		test('get of every type that there is', async () => {
			const { stdout } = await runLine(around, talosctl as Program, 'get rd -n A -o jsonpath={.metadata.id}');
			const types = stdout.split('\n').filter((type) => type !== '');
			assert.ok(types.length > 100, stdout);
			for (const type of types) {
				await compareOurs({ words: `get ${type} -n A`, code: 0, moving: 'numbers', endless: false });
				await compareOurs({ words: `get ${type} -n A -o yaml`, code: 0, moving: 'numbers', endless: false });
			}
		});
	});

	describe('that change them', { concurrency: 1 }, () => {
		const run = async (program: Program, line: string, options = {}): Promise<Outcome> => await runLine(around, program, line, options);
		const succeeds = async (program: Program, line: string, options = {}): Promise<Outcome> => {
			const outcome = await run(program, line, options);
			assert.equal(outcome.code, 0, `${program[0]} ${line}: ${outcome.stderr}`);
			return outcome;
		};
		const label = async (node: string): Promise<boolean> =>
			(await succeeds(ichor, `get mc v1alpha1 -n ${node} -o jsonpath={.spec}`)).stdout.includes('compat: tested');
		const bootOf = async (node: string): Promise<string> => (await run(ichor, `read /proc/sys/kernel/random/boot_id -n ${node}`)).stdout;
		const well = async (): Promise<void> =>
			void (await waitFor(withTimeout(context, 180_000), async () => {
				const { code, stdout } = await run(ichor, 'etcd members -n A,B,C');
				return code === 0 && stdout.split('\n').filter((row) => row.endsWith('false')).length === 9 ? true : undefined;
			}));

		const takeSnapshot = async (): Promise<Uint8Array> => {
			const chunks: Uint8Array[] = [];
			for await (const { bytes } of cluster.talos.node(around.nodes['A'] ?? '').machine.etcdSnapshot({})) chunks.push(bytes);
			return Buffer.concat(chunks);
		};

		test('a patch is tried, and taken back by itself', async () => {
			for (const program of everyProgram) {
				const { stderr } = await succeeds(program, 'patch -n W mc -p @patch.yaml --mode try --timeout 4s');
				assert.match(stderr, /automatically reverted back in 4s/);
				assert.ok(await label('W'));
				await waitFor(withTimeout(context, 30_000), async () => ((await label('W')) ? undefined : true));
			}
		});

		test('a configuration is edited', async () => {
			const editor = 'cp edited.yaml';
			const dry = await Promise.all(
				[ichor, talosctl as Program].map(async (program) => await run(program, 'edit -n A mc --dry-run', { editor })),
			);
			assert.deepEqual(seen(dry[0] as Outcome, 'ages'), seen(dry[1] as Outcome, 'ages'));
			for (const program of everyProgram) {
				await succeeds(program, 'edit -n A mc', { editor });
				assert.match((await succeeds(ichor, 'get mc v1alpha1 -n A -o jsonpath={.spec}')).stdout, /debug: true/);
				await succeeds(program, 'edit -n A mc', { editor: 'cp current.yaml' });
			}
		});

		// that the boot sequence has ended cannot be waited for: without Kubernetes its last task goes on
		test('a node reboots', async () => {
			for (const program of everyProgram) {
				const old = await bootOf('W');
				await succeeds(program, 'reboot -n W --wait=false --mode powercycle');
				await waitFor(withTimeout(context, 60_000), async () => (['', old].includes(await bootOf('W')) ? undefined : true));
			}
		});

		test('a shutdown is waited for', async () => {
			const supervisor = new SupervisorClient(cluster.folder);
			for (const program of everyProgram) {
				await succeeds(program, 'shutdown -n W --force --wait --timeout 3m');
				await waitFor(withTimeout(context, 60_000), async () =>
					(await supervisor.nodes(context)).some(({ name, state }) => name === 'w-1' && state === 'stopped') ? true : undefined,
				);
				await supervisor.tell(context, 'w-1', 'start');
				await waitFor(withTimeout(context, 60_000), async () => ((await run(ichor, 'version -n W')).code === 0 ? true : undefined));
			}
		});

		test('leadership is given away', async () => {
			for (const program of everyProgram)
				for (const node of ['A', 'B', 'C']) {
					await succeeds(program, `etcd forfeit-leadership -n ${node}`);
					await well();
				}
		});

		test('a machine is reset, and set up again in maintenance mode', async () => {
			for (const program of everyProgram) {
				await succeeds(program, 'reset -n W --graceful=false --reboot --wait --timeout 3m');
				const state = async () => await run(ichor, 'get machinestatus -i -n W -o jsonpath={.spec.stage}');
				await waitFor(withTimeout(context, 60_000), async () => ((await state()).stdout.trim() === 'maintenance' ? true : undefined));
				if (program === ichor) for (const line of maintenanceLines) await compareOurs(line);
				const refused = await run(ichor, 'apply-config -i -n W -f worker.yaml --cert-fingerprint YWJj');
				const [fingerprint = ''] = /[\w+/]{43}=/.exec(refused.stderr) ?? [];
				await succeeds(program, `apply-config -i -n W -f worker.yaml --cert-fingerprint ${fingerprint}`);
				await waitFor(withTimeout(context, 120_000), async () => ((await run(ichor, 'service apid -n W')).code === 0 ? true : undefined));
			}
		});

		test('etcd is lost, and recovered from a snapshot', async () => {
			for (const [program, skipCheck] of [
				[talosctl as Program, ''],
				[ichor, ' --recover-skip-hash-check'],
			] as const) {
				const snapshot = await takeSnapshot();
				const boots = await Promise.all(['A', 'B', 'C'].map(bootOf));
				await succeeds(program, 'reset -n A,B,C --graceful=false --reboot --system-labels-to-wipe EPHEMERAL --wait=false');
				await waitFor(withTimeout(context, 180_000), async () => {
					const now = await Promise.all(['A', 'B', 'C'].map(bootOf));
					return now.every((id, index) => id !== '' && id !== boots[index]) ? true : undefined;
				});
				const line = `bootstrap -n A --recover-from snapshot.db${skipCheck}`;
				await waitFor(withTimeout(context, 120_000), async () =>
					(await run(program, line, { files: { 'snapshot.db': snapshot } })).code === 0 ? true : undefined,
				);
				await well();
			}
		});
	});

	async function compareOurs(line: NodeLine): Promise<Outcome> {
		return await again(async () => {
			const [theirs, ours] = await Promise.all([
				runLine(around, talosctl as Program, line.words, line),
				runLine(around, ichor, line.words, line),
			]);
			assert.deepEqual(seen(ours, line.moving), seen(theirs, line.moving), line.words);
			assert.equal(theirs.code, line.code, theirs.stderr);
			return theirs;
		});
	}

	async function compareOther(version: string, program: Program, line: NodeLine, theirs: Outcome): Promise<void> {
		const expected = expectedOf(version, line);
		await again(async () => {
			const outcome = await runLine(around, program, line.words, line);
			assert.equal(outcome.code, expected.code, `${version}: ${outcome.stderr}`);
			if (expected.sameTable && expected.code === 0 && line.moving === 'ages') assert.deepEqual(cellsOf(outcome), cellsOf(theirs), version);
		});
	}
});

/** What a machine in maintenance is asked, and what it is told that it does not take. */
const maintenanceLines: readonly NodeLine[] = [
	...['version -i -n W', 'get rd -i -n W', 'get links -i -n W', 'get addresses -i -n W -o yaml', 'get machinestatus -i -n W'].map(
		(words) => ({ words, code: 0, moving: 'ages', endless: false }) as const,
	),
	{ words: 'apply-config -i -n W -f worker.yaml --dry-run', code: 0, moving: 'ages', endless: false },
	...[
		'get mc -n W',
		'version -n W',
		'apply-config -i -n W -f typo.yaml',
		'apply-config -i -n W -f empty.yaml',
		'apply-config -i -n W -f worker.yaml --cert-fingerprint another',
		'get nosuch -i -n W',
	].map((words) => ({ words, code: 1, moving: 'ages', endless: false }) as const),
];

/** What moves may move between two calls: three times it may, then it differs. */
async function again<Result>(attempt: () => Promise<Result>): Promise<Result> {
	for (let left = 2; ; left--) {
		try {
			return await attempt();
		} catch (error) {
			if (left === 0) throw error;
		}
	}
}

/** Between two snapshots etcd may write: their sizes and hashes are not compared, but what is said of each. */
function figuresOf({ code, stdout, stderr, files }: Outcome): unknown {
	const said = stdout.replaceAll(/(?<=hash |revision |keys |size |\()[\da-f]+/g, '*');
	return { code, stderr, said, mode: files.get('snapshot.db')?.mode };
}

function withoutKeys(outcome: Outcome | undefined): string | undefined {
	return outcome?.files.get('there')?.content.replaceAll(/(?<=-data: ).*/g, '*');
}
