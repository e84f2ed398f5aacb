import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { definedCluster } from './definition.ts';
import { UpError } from './errors.ts';

test('a definition that does not run is refused with its line, not with a stack', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-definition-'));
	t.after(() => rm(folder, { recursive: true }));
	const cases = {
		'name.ts': ['const a = 1;\nexport default nodez;', ':2:16: ReferenceError: nodez is not defined'],
		'syntax.ts': ['export default [;', ':1: SyntaxError: Expression expected'],
		'import.ts': ["import { a } from '@ichor/clutser';\nexport default a;", ": Error: Cannot find package '@ichor/clutser'"],
		'other.ts': ['export default { a: 1 };', ' defines no cluster: write "export default cluster(...)"'],
	} as const;
	for (const [name, [text, said]] of Object.entries(cases)) {
		const path = join(folder, name);
		await writeFile(path, text);
		await assert.rejects(definedCluster([path]), (error: Error) => error instanceof UpError && error.message === `${path}${said}`, name);
	}
	await assert.rejects(definedCluster([join(folder, 'none.ts')]), UpError);
});
