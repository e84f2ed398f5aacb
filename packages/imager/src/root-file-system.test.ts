import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { background } from '@ichor/std';
import { Cache } from './cache.ts';
import { Lock } from './lock.ts';
import { readRecipe } from './recipe.ts';
import { buildRootFileSystem } from './root-file-system.ts';
import type { BuildPlace } from './source.ts';

/** A checkout with a daemon of its own and a program from a package, and nothing to download. */
const checkout = {
	'os/rootfs.yaml': 'parts: [daemon, program]\ndirectories: [/var, /system/state]\nplaceholders: [/etc/hostname]\nlinks: {/bin: usr/bin}\n',
	'os/parts/daemon.yaml':
		'bundle:\n  entries: {machined: apps/machined.ts, later: apps/not-there-yet.ts}\nlicence: Apache-2.0\nfiles: {/usr/lib/ichor: .}\n',
	'os/parts/program.yaml': 'npm: {package: program}\nlicence: MIT\nfiles: {/usr/bin/program: bin/program}\n',
	'apps/machined.ts': 'const answer: number = 42;\nconsole.log(answer);\n',
	'package-lock.json': '{"packages": {"node_modules/program": {"version": "1.0.0", "integrity": "sha512-a"}}}',
	'node_modules/program/bin/program': 'a program',
};

describe('the root file system', () => {
	test('has the files of its parts, their licences, folders, empty files and links', async (t) => {
		const place = await temporaryCheckout(t);
		const { path, parts } = await buildRootFileSystem(background, place, 'ID=test\n');
		assert.deepEqual((await readdir(path)).toSorted(), ['bin', 'etc', 'system', 'usr', 'var']);
		assert.deepEqual([...parts.keys()], ['daemon', 'program']);
		assert.equal(await readFile(join(path, 'bin/program'), 'utf8'), 'a program');
		assert.equal(await readlink(join(path, 'bin')), 'usr/bin');
		assert.equal(await readFile(join(path, 'etc/os-release'), 'utf8'), 'ID=test\n');
		assert.equal(await readFile(join(path, 'etc/hostname'), 'utf8'), '');
		assert.equal(await readFile(join(path, 'usr/share/licenses/program/LICENSE.spdx'), 'utf8'), 'MIT\n');
		assert.deepEqual(await readdir(join(path, 'usr/lib/ichor')), ['machined.cjs']);
		assert.match(await readFile(join(path, 'usr/lib/ichor/machined.cjs'), 'utf8'), /console\.log\(42\)/);
	});

	test('is built again for what changed and nothing else', async (t) => {
		const place = await temporaryCheckout(t);
		const first = await buildRootFileSystem(background, place, 'ID=test\n');
		const same = await buildRootFileSystem(background, place, 'ID=test\n');
		assert.deepEqual([first.built, same.built, same.path], [true, false, first.path]);

		await writeFile(join(place.checkout, 'apps/machined.ts'), 'console.log(43);\n');
		const changed = await buildRootFileSystem(background, place, 'ID=test\n');
		assert.notEqual(changed.path, first.path);
		assert.deepEqual(
			[...changed.parts].map(([name, { built }]) => [name, built]),
			[
				['daemon', true],
				['program', false],
			],
		);
	});

	test('needs its recipes and what they name', async (t) => {
		const place = await temporaryCheckout(t);
		await writeFile(join(place.checkout, 'os/rootfs.yaml'), 'parts: [absent]\ndirectories: []\nplaceholders: []\nlinks: {}\n');
		await assert.rejects(buildRootFileSystem(background, place, ''), { code: 'recipe' });
		await rm(join(place.checkout, 'os/rootfs.yaml'));
		await assert.rejects(buildRootFileSystem(background, place, ''), { code: 'recipe' });
	});
});

describe('a recipe', () => {
	const wrong = {
		'has no source': 'licence: MIT\nfiles: {/a: a}\n',
		'has two sources': 'npm: {package: a}\nc: {source: a.c}\nlicence: MIT\nfiles: {/a: a}\n',
		'has no licence': 'npm: {package: a}\nfiles: {/a: a}\n',
		'has no files': 'npm: {package: a}\nlicence: MIT\n',
		'is no YAML': '{',
	};
	for (const [what, text] of Object.entries(wrong)) {
		test(`that ${what} is refused by its path`, async (t) => {
			const { checkout: root } = await temporaryCheckout(t);
			await writeFile(join(root, 'os/parts/wrong.yaml'), text);
			await assert.rejects(readRecipe(join(root, 'os'), 'wrong'), ({ code, message }: { code: string; message: string }) => {
				return code === 'recipe' && message.includes('os/parts/wrong.yaml');
			});
		});
	}

	test('is not stripped unless it says so', async (t) => {
		const { checkout: root } = await temporaryCheckout(t);
		assert.deepEqual(await readRecipe(join(root, 'os'), 'program'), {
			name: 'program',
			kind: 'npm',
			npm: { package: 'program' },
			licence: 'MIT',
			strip: false,
			files: { '/usr/bin/program': 'bin/program' },
			links: {},
		});
	});
});

describe('the lock', () => {
	test('remembers by kind and name, and is written in order', async (t) => {
		const { checkout: root, lock } = await temporaryCheckout(t);
		lock.set('go', 'b', { version: 'v1', hash: 'h1:b' });
		lock.set('debian', 'a', { version: '2', hash: 'aa' });
		lock.set('go', 'b', { version: 'v2', hash: 'h1:c' });
		await lock.write();
		assert.equal(
			await readFile(join(root, 'os/lock.json'), 'utf8'),
			'{\n\t"debian a": {\n\t\t"version": "2",\n\t\t"hash": "aa"\n\t},\n\t"go b": {\n\t\t"version": "v2",\n\t\t"hash": "h1:c"\n\t}\n}\n',
		);
		const again = await Lock.read(join(root, 'os'));
		assert.deepEqual(again.get('go', 'b'), { version: 'v2', hash: 'h1:c' });
		assert.equal(again.get('debian', 'b'), undefined);
	});
});

async function temporaryCheckout(t: TestContext): Promise<BuildPlace> {
	const root = await mkdtemp(join(tmpdir(), 'ichor-imager-'));
	t.after(() => rm(root, { recursive: true, force: true }));
	for (const [path, content] of Object.entries(checkout)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), content);
	}
	return { checkout: root, cache: new Cache(join(root, 'cache')), lock: await Lock.read(join(root, 'os')) };
}
