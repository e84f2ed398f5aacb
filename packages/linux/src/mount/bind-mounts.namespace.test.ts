import assert from 'node:assert/strict';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { libc } from '../libc/libc.ts';
import { bindMounts } from './bind-mounts.ts';
import { unmountBelow } from './unmount-below.ts';

const isolated = enterMounts();

describe('bind mounts', { skip: isolated ? false : 'needs root for a mount namespace' }, () => {
	it('show a file in another place, read-only, as it changes, and hide it again', () => {
		const folder = mkdtempSync(join(tmpdir(), 'ichor-bind-'));
		const [source, target] = [join(folder, 'source'), join(folder, 'target')];
		writeFileSync(source, 'one');
		writeFileSync(target, 'below');
		bindMounts.show(source, target);
		bindMounts.show(source, target);
		assert.equal(readFileSync(target, 'utf8'), 'one');
		assert.throws(() => writeFileSync(target, 'three'), { code: 'EROFS' });
		writeFileSync(source, 'two');
		assert.equal(readFileSync(target, 'utf8'), 'two');
		bindMounts.hide(target);
		bindMounts.hide(target);
		assert.equal(readFileSync(target, 'utf8'), 'below');
		rmSync(folder, { recursive: true });
	});

	it('go with everything that is mounted below a folder, also what is in use and what hides something', () => {
		const folder = mkdtempSync(join(tmpdir(), 'ichor-below-'));
		const volume = join(folder, 'pods/a b/volume');
		mkdirSync(join(volume, 'sub'), { recursive: true });
		mkdirSync(join(folder, 'pods-of-another'));
		libc.mount(tmpdir(), volume, 4096);
		libc.mount(tmpdir(), volume, 4096);
		libc.mount(tmpdir(), join(folder, 'pods-of-another'), 4096);
		const used = openSync(volume, 'r');
		unmountBelow(join(folder, 'pods'));
		assert.deepEqual(readdirSync(volume), ['sub']);
		assert.notDeepEqual(readdirSync(join(folder, 'pods-of-another')), [], 'a name that only begins alike is not below');
		closeSync(used);
		unmountBelow(folder);
		rmSync(folder, { recursive: true });
	});
});

/** CLONE_NEWNS of clone(2), and MS_REC | MS_PRIVATE of mount(2): what is mounted here is seen nowhere else. */
function enterMounts(): boolean {
	try {
		libc.unshare(0x00020000);
		libc.mount('none', '/', (1 << 14) | (1 << 18));
		return true;
	} catch {
		return false;
	}
}
