import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ichor, type Program } from '../compat/program.ts';
import { noTalosctl, talosctlOf } from '../compat/talosctl.ts';
import { seeds } from './seeds.ts';
import type { Expected, Transcript } from './transcript.ts';

/*
 * Users' own commands, word for word, in a shell where `talosctl` is ichor; and, where TALOSCTL names a real one, beside it,
 * so that what is recorded about it stays true.
 */

for (const transcript of seeds) {
	test(`ichor: ${transcript.title}`, () => play(transcript, ichor, 'ichor'));
	const real = await talosctlOf(transcript.talosctl);
	test(`talosctl ${transcript.talosctl}: ${transcript.title}`, {
		skip: real === undefined ? noTalosctl(transcript.talosctl) : false,
	}, () => {
		if (real !== undefined) play(transcript, real, 'talosctl');
	});
}

function play({ files = {}, steps }: Transcript, program: Program, who: 'ichor' | 'talosctl'): void {
	const base = mkdtempSync(join(tmpdir(), 'ichor-transcript-'));
	try {
		const folder = join(base, 'work');
		mkdirSync(folder);
		for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
		for (const step of steps) {
			const expected = who === 'ichor' ? (step.ichor ?? step.talosctl) : step.talosctl;
			const { stderr } = runStep(step.run, expected, program, folder);
			if (who === 'ichor' && step.mends !== undefined) checkMending(stderr, step.mends, program, folder);
		}
	} finally {
		rmSync(base, { recursive: true });
	}
}

function runStep(run: string, expected: Expected, program: Program, folder: string): { readonly stderr: string } {
	const { status, stdout, stderr } = shell(run, program, folder);
	const seen = `$ ${run}\n${stdout}${stderr}`;
	assert.equal(status, expected.code, seen);
	const { stdout: output = '' } = expected;
	if (typeof output === 'string') assert.equal(stdout, output, seen);
	else assert.match(stdout, output, seen);
	for (const part of expected.stderr ?? []) assert.ok(stderr.includes(part), `${seen}\ndoes not say: ${part}`);
	for (const path of expected.files ?? []) assert.ok(existsSync(join(folder, path)), `${seen}\ndid not write ${path}`);
	return { stderr };
}

/** What ichor proposes does what it says: applied to the file, it makes it valid. */
function checkMending(stderr: string, file: string, program: Program, folder: string): void {
	const proposed = /^.* patch.*:\n((?:(?!WARNING).*\n)+)/m.exec(stderr)?.[1];
	assert.ok(proposed !== undefined, `no patch is proposed:\n${stderr}`);
	writeFileSync(join(folder, 'mend.yaml'), proposed);
	const { status, ...said } = shell(
		`talosctl machineconfig patch ${file} --patch @mend.yaml --output mended.yaml && talosctl validate --config mended.yaml --mode metal`,
		program,
		folder,
	);
	assert.equal(status, 0, `${proposed}\n${said.stdout}${said.stderr}`);
}

function shell(run: string, [path, ...first]: Program, folder: string) {
	const { PATH, TMPDIR, HOME = '' } = process.env;
	const talosctl = [path, ...first].map((word) => `'${word}'`).join(' ');
	return spawnSync('bash', ['-c', `talosctl() { ${talosctl} "$@"; }\n${run}`], {
		cwd: folder,
		encoding: 'utf8',
		env: { PATH, TMPDIR, HOME: join(folder, '../home'), ICHOR_CACHE: process.env['ICHOR_CACHE'] ?? join(HOME, '.cache/ichor') },
	});
}
