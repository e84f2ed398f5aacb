import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** The files of the dashboard's page, small and as a browser takes them: a checkout serves the sources themselves. */
export async function pageFiles(folder: string): Promise<Readonly<Record<string, string>>> {
	const files = readdirSync(folder).map(async (name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const loader = name.endsWith('.ts') ? 'ts' : name.endsWith('.css') ? 'css' : undefined;
		return [name, loader === undefined ? text : (await transform(text, { loader, minify: true, target: 'es2022' })).code];
	});
	return Object.fromEntries(await Promise.all(files)) as Readonly<Record<string, string>>;
}
