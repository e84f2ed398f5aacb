import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { roomsCheck } from './rooms.ts';

const manifest = (name: string, ...dependencies: readonly string[]) =>
	JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '*'])) });

test('an arrow that the table does not have is found, whatever kind of import it is', async (t) => {
	const root = await mkdtemp(join(tmpdir(), 'ichor-rooms-'));
	t.after(() => rm(root, { recursive: true, force: true }));
	const rooms = { 'packages/a': { name: '@ichor/a', imports: ['@ichor/b'] }, 'packages/b': { name: '@ichor/b', imports: ['@ichor/gone'] } };
	const files: Readonly<Record<string, string>> = {
		'rooms.json': JSON.stringify({ rooms }),
		'packages/a/package.json': manifest('@ichor/a'),
		'packages/b/package.json': manifest('@ichor/b', '@ichor/a', '@ichor/c'),
		'packages/c/package.json': manifest('@ichor/c'),
		'packages/a/src/index.ts': "export type { X } from '@ichor/b';\nimport '../../b/src/index.ts';\n",
		'packages/b/src/index.ts': "import type { Y } from '@ichor/a';\nexport type X = Y;\nawait import('@ichor/nowhere');\n",
	};
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), content);
	}
	execFileSync('git', ['init', '--quiet', root]);
	assert.deepEqual((await roomsCheck.run(root)).toSorted(), [
		"packages/a/src/index.ts: '../../b/src/index.ts' leaves the room; import it by its package name",
		'packages/a/src/index.ts: packages/a/package.json does not name @ichor/b',
		'packages/b/package.json names @ichor/c, which nothing there imports',
		"packages/b/src/index.ts: '@ichor/nowhere' is no room of rooms.json",
		'packages/b/src/index.ts: @ichor/b may not import @ichor/a (rooms.json)',
		'packages/c has no entry in rooms.json',
		'rooms.json lets packages/b import @ichor/gone, which is no room',
	]);
});
