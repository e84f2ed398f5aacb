import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { fakeSession } from '../nodes/fake-session.ts';
import { failureTable } from './failure-table.ts';
import { writeBundle } from './write-bundle.ts';

test('a bundle is a zip archive of what could be collected, its owner’s alone', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-support-'));
	t.after(() => rmSync(folder, { recursive: true }));
	const path = join(folder, 'support.zip');
	const text = 'a line\n'.repeat(1000);
	const collectors = [
		{ source: 'n', path: 'n/long', collect: async () => text },
		{ source: 'n', path: 'n/nothing', collect: async () => undefined },
		{ source: 'n', path: 'n/refused', collect: async () => await Promise.reject(new Error('no\nreally')) },
		{ source: 'm', path: 'm/ünï', collect: async () => new Uint8Array() },
	];
	const session = { ...fakeSession(), terminal: new FakeTerminal() };
	const failures = await writeBundle(session, collectors, { path, workers: 2, verbose: true });
	assert.equal(statSync(path).mode & 0o777, 0o600);
	const files = python(path);
	assert.deepEqual(files, { 'n/long': text, 'm/ünï': '' });
	assert.equal(failureTable(failures), '   SOURCE   ERROR\n   n        no\n            really\n');
	assert.match(session.terminal.errors, /^collecting n\/long\n/m);
});

/** What a reader that is not ours finds in an archive. */
function python(path: string): unknown {
	const program =
		'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n:z.read(n).decode() for n in z.namelist()}))';
	return JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8' })) as unknown;
}
