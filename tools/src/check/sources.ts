import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the checkout that git tracks or would track, from its root. */
export function listSources(root: string): readonly string[] {
	const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, maxBuffer: 64 << 20 });
	const files = out
		.toString('utf8')
		.split('\0')
		.filter((file) => file !== '' && existsSync(join(root, file)));
	if (files.length === 0) throw new Error(`git lists no file in ${root}: run the check in a git checkout`);
	return files;
}
