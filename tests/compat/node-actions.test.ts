import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { files, lines } from './node-actions.ts';
import { ichor, type Outcome, type Program, runIn } from './program.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/** The talosconfig of a running cluster, whose endpoints are control planes: at least two. Not TALOSCONFIG: one of its nodes is rebooted. */
const path = process.env['ICHOR_CLUSTER'] ?? '';
const talosctl = await talosctlOf('v1.13');
const talosconfig = path === '' ? '' : readFileSync(path, 'utf8');
const [node = '', other = ''] = talosconfig.match(/(?<=- )\d+\.\d+\.\d+\.\d+(?=\n)/g) ?? [];
const reason =
	talosctl === undefined
		? noTalosctl('v1.13')
		: other === ''
			? 'ICHOR_CLUSTER names no talosconfig of a running cluster with two control planes'
			: false;

describe('what acts on nodes', { skip: reason }, () => {
	for (const line of lines) {
		test(line, async () => {
			const theirs = await seen(talosctl as Program, line);
			assert.deepEqual(await seen(ichor, line), theirs);
		});
	}

	test('a snapshot has the same figures', async () => {
		const line = 'etcd snapshot -n N snapshot.db';
		assert.deepEqual(comparableSnapshot(await run(ichor, line)), comparableSnapshot(await run(talosctl as Program, line)));
	});

	test('a kubeconfig is merged under names that are free', async () => {
		const line = 'kubeconfig -n N there';
		const there = (await run(ichor, 'kubeconfig -n N fetched --merge=false')).files.get('fetched')?.content ?? '';
		const [ours, theirs] = await Promise.all([ichor, talosctl as Program].map(async (program) => await run(program, line, { there })));
		assert.equal(ours?.stdout, theirs?.stdout);
		assert.equal(withoutKeys(ours?.files.get('there')?.content), withoutKeys(theirs?.files.get('there')?.content));
	});

	test('a reboot is followed until the node runs anew', async () => {
		const { code, stderr } = await run(ichor, 'reboot -n N --timeout 2m');
		assert.equal(code, 0, stderr);
		const said = stderr.split('\n').map((text) => text.replace(/^"[^"]*": /, ''));
		assert.equal(said[0], 'waiting for actor ID');
		assert.ok(said.includes('sequence: reboot action: START'), stderr);
		assert.deepEqual(said.slice(-3), ['events check condition met', 'post check passed', '']);
	});
});

async function run(program: Program, line: string, more: Readonly<Record<string, string>> = {}): Promise<Outcome> {
	const words = line.split(' ').map((word) => word.replace(/\b[NMA]\b/g, (name) => ({ N: node, M: other, A: nobody })[name] ?? name));
	return await runIn(
		{ files: { ...files, talosconfig, ...more }, environment: { TALOSCONFIG: 'talosconfig', EDITOR: 'true' } },
		program,
		words,
	);
}

/** A neighbour of the node that no cluster of three has. */
const nobody = node.replace(/\d+$/, '200');

/** What both programs must show alike. Usages are ours, and so are the places of errors in files. */
async function seen(program: Program, line: string): Promise<unknown> {
	const { code, stdout, stderr, files: made } = await run(program, line);
	return { code, stdout, stderr: masked(stderr), files: [...made.keys()] };
}

function masked(text: string): string {
	return (
		text
			.replace(/^Usage:[^]*/m, '')
			// talosctl asks an absent node two things at once, and either may fail first
			.replaceAll(/^"[^"]*": unavailable, retrying\.\.\.\n/gm, '')
			.replaceAll(/^ {2}\S+:\d+:\d+: .*\n/gm, '')
			.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID')
			.replaceAll('talosctl', 'ichor')
			.trimEnd()
	);
}

/** Between two snapshots etcd may write: their sizes and hashes are not compared, but what is said of each. */
function comparableSnapshot({ code, stdout, stderr, files: made }: Outcome): unknown {
	return {
		code,
		stderr,
		said: stdout.replaceAll(/(?<=hash |revision |keys |size |\()[\da-f]+/g, '*'),
		mode: made.get('snapshot.db')?.mode,
	};
}

function withoutKeys(kubeconfig: string | undefined): string | undefined {
	return kubeconfig?.replaceAll(/(?<=-data: ).*/g, '*');
}
