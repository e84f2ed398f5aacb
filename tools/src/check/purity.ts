import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Check } from './check.ts';
import { readRooms } from './rooms.ts';

/** What rooms.json calls pure bundles for a browser: nothing behind those entry points imports from `node:`. */
export const purityCheck: Check = {
	name: 'purity',
	async run(root) {
		const problems: string[] = [];
		let bundled = 0;
		for (const room of readRooms(root)) {
			const manifest = JSON.parse(readFileSync(join(root, room.folder, 'package.json'), 'utf8')) as { exports: Record<string, string> };
			for (const entry of room.pure.flatMap((key) =>
				key === '*' ? Object.keys(manifest.exports).filter((name) => !name.includes('*')) : [key],
			)) {
				const file = manifest.exports[entry];
				if (file === undefined) throw new Error(`${room.folder}/package.json has no export '${entry}', which rooms.json calls pure`);
				bundled += 1;
				problems.push(...(await bundleForBrowser(join(root, room.folder, file))));
			}
		}
		if (bundled === 0) throw new Error('the purity check bundled nothing');
		return problems;
	},
};

async function bundleForBrowser(entry: string): Promise<readonly string[]> {
	try {
		await build({
			entryPoints: [entry],
			bundle: true,
			write: false,
			platform: 'browser',
			format: 'esm',
			target: 'es2024',
			logLevel: 'silent',
		});
		return [];
	} catch (error) {
		const { errors } = error as { errors?: readonly { text: string; location: { file: string; line: number } | null }[] };
		if (errors === undefined) throw error;
		return errors.map(({ text, location }) => `${location?.file ?? entry}:${location?.line ?? 0}: ${text}`);
	}
}
