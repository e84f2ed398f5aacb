import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { productVersion } from '@ichor/machinery/versions';
import { flagsOf } from './command/call.ts';
import type { Command, CommandNode } from './command/command.ts';
import { commandPath } from './command/resolve.ts';
import { helpFlag, helpText } from './command/usage.ts';
import { matchesGolden } from './golden.ts';
import { tree } from './tree.ts';

interface Place {
	readonly path: readonly CommandNode[];
	readonly command: Command | undefined;
}

async function* places(path: readonly CommandNode[] = [tree]): AsyncGenerator<Place> {
	yield { path, command: await path.at(-1)?.load?.() };
	for (const child of path.at(-1)?.children ?? []) yield* places([...path, child]);
}

test('names stand once, and in order where they are listed', async () => {
	for await (const { path } of places()) {
		const children = path.at(-1)?.children ?? [];
		const names = children.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
		assert.equal(new Set(names).size, names.length, commandPath(path));
		const listed = children.filter(({ hidden }) => hidden !== true).map(({ name }) => name);
		assert.deepEqual(listed, listed.toSorted(), commandPath(path));
	}
});

test('every command that holds no others can be run, and no two of its flags are spelled alike', async () => {
	for await (const { path, command } of places()) {
		const node = path.at(-1);
		assert.ok(command !== undefined || (node?.children?.length ?? 0) > 0, commandPath(path));
		const flags = [...flagsOf(path, command), helpFlag('')];
		const names = flags.map(({ name }) => name);
		const letters = flags.flatMap(({ shorthand }) => shorthand ?? []);
		assert.equal(new Set(names).size, names.length, commandPath(path));
		assert.equal(new Set(letters).size, letters.length, commandPath(path));
		for (const { name, shorthand } of flags) {
			assert.match(name, /^[a-z0-9-]+$/);
			if (shorthand !== undefined) assert.match(shorthand, /^[A-Za-z0-9]$/);
		}
	}
});

test('the help of every command', async () => {
	let text = '';
	for await (const { path, command } of places()) {
		if (path.some(({ hidden }) => hidden === true)) continue;
		text += `$ ${commandPath(path)} --help\n${helpText(path, command)}\n`;
	}
	matchesGolden(new URL('testdata/help.txt', import.meta.url), text);
});

test("the product's version is the repository's", () => {
	const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
	assert.equal(productVersion, manifest.version);
});
