import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';

/** What only a checkout can do, and what it needs for it: an installed program says so instead. */
const external = ['@ichor/provision/checkout', 'esbuild'];

/**
 * Bundles a program and cuts it along its lazy imports: what two commands share is a piece, what one of them needs alone
 * is another. A piece is the text of a CommonJS function, as runPieces calls it: V8 keeps no code of modules that come
 * from memory.
 *
 * @param folder where the pieces are written
 * @param define constants of the program, as esbuild takes them
 * @returns their names, as they ask for one another
 */
export async function cutIntoPieces(entry: string, folder: string, define: Readonly<Record<string, string>>): Promise<readonly string[]> {
	const { outputFiles } = await build({
		entryPoints: [entry],
		outdir: folder,
		bundle: true,
		splitting: true,
		// what its constants rule out is left out
		minifySyntax: true,
		write: false,
		external,
		platform: 'node',
		format: 'esm',
		target: 'node24',
		legalComments: 'linked',
		logLevel: 'warning',
		define: { ...define },
	});
	mkdirSync(folder, { recursive: true });
	const pieces = outputFiles.filter(({ path }) => path.endsWith('.js'));
	const names = pieces.map(({ path }) => `./${basename(path)}`);
	for (const { path, text } of outputFiles) writeFileSync(path, path.endsWith('.js') ? await asFunction(text, names) : text);
	return names;
}

async function asFunction(text: string, names: readonly string[]): Promise<string> {
	// Latin-1 text is read without being decoded
	const { code } = await transform(text, {
		format: 'cjs',
		platform: 'node',
		target: 'node24',
		minify: true,
		charset: 'ascii',
		logLevel: 'warning',
	});
	const lazy = names.reduce((all, name) => all.replaceAll(`import("${name}")`, `Promise.resolve().then(()=>require("${name}"))`), code);
	return `(function(exports,require,module){${lazy}\n})`;
}
