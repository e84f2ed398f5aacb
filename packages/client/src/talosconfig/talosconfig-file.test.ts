import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { ClientError } from '../errors.ts';
import { singleContext } from './talosconfig.ts';
import { openTalosconfig, saveTalosconfig } from './talosconfig-file.ts';

let home: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'ichor-talosconfig-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const permissions = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('where there is no file an empty one is made, for the owner only', () => {
	const { config, place } = openTalosconfig('', { HOME: home });
	assert.equal(config.contexts.size, 0);
	assert.equal(place.path, join(home, '.talos/config'));
	assert.equal(readFileSync(place.path, 'utf8'), 'context: ""\ncontexts: {}\n');
	assert.deepEqual([permissions(place.path), permissions(join(home, '.talos'))], ['600', '700']);
});

test('a named file is taken, whatever else exists, and made where it is missing', () => {
	mkdirSync(join(home, '.talos'));
	writeFileSync(join(home, '.talos/config'), 'context: default\n');
	const named = join(home, 'new/one');
	assert.equal(openTalosconfig(named, { HOME: home }).config.context, '');
	assert.ok(existsSync(named));
	assert.equal(openTalosconfig('', { HOME: home }).config.context, 'default');
	assert.equal(openTalosconfig('', { HOME: home, TALOSCONFIG: join(home, 'missing') }).config.context, 'default');
});

test('what is saved is what is read again', () => {
	const path = join(home, 'config');
	const config = singleContext('a', { endpoints: ['10.5.0.2'], nodes: ['10.5.0.3'] });
	saveTalosconfig(config, { path, writable: true });
	assert.deepEqual(openTalosconfig(path, {}).config, config);
	assert.equal(permissions(path), '600');
});

test('the file of a service account is not written to', () => {
	assert.throws(
		() => saveTalosconfig(singleContext('a', { endpoints: [] }), { path: join(home, 'x'), writable: false }),
		(error) => error instanceof ClientError && error.message === `not allowed to write to config: ${join(home, 'x')}`,
	);
});
