import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

/** Modules of Node that cost a short command more than all of its own work, and that only talking to others needs. */
const heavy = ['child_process', 'crypto', 'http2', 'tls'];

const says = `process.on('exit', () => console.error(JSON.stringify(process.moduleLoadList)))`;

test('a command that needs no node starts without what talks to one', async () => {
	for (const words of [
		['version', '--client', '--short'],
		['validate', '--help'],
		['machineconfig', 'patch', '--help'],
	]) {
		const program = ['--import', `data:text/javascript,${encodeURIComponent(says)}`, join(import.meta.dirname, 'main.ts'), ...words];
		const { stderr } = await promisify(execFile)(process.execPath, program);
		const loaded = new Set(JSON.parse(stderr) as readonly string[]);
		assert.deepEqual(
			heavy.filter((name) => loaded.has(`NativeModule ${name}`)),
			[],
			words.join(' '),
		);
	}
});
