import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a piece is in the pack: its text from `start` to `middle`, its code, if it has any, from there to `end`. */
export type Contents = Readonly<Record<string, readonly [start: number, middle: number, end: number]>>;

/**
 * Writes pieces and their code into one file, and where each is into another. What a command needs should be neighbours:
 * the kernel brings a file into memory in larger steps than most pieces are.
 *
 * @param names in the order of first use
 */
export function packPieces(folder: string, names: readonly string[], files: { readonly pack: string; readonly contents: string }): void {
	const parts: Buffer[] = [];
	const contents: Record<string, readonly [number, number, number]> = {};
	let start = 0;
	for (const name of names) {
		const text = readFileSync(join(folder, name));
		const code = existsSync(codeFile(folder, name)) ? readFileSync(codeFile(folder, name)) : Buffer.alloc(0);
		const middle = start + text.length;
		contents[name] = [start, middle, middle + code.length];
		parts.push(text, code);
		start = middle + code.length;
	}
	writeFileSync(files.pack, Buffer.concat(parts));
	writeFileSync(files.contents, JSON.stringify(contents));
}

/** Where the code of a piece is kept while the executable is made. */
export function codeFile(folder: string, name: string): string {
	return join(folder, `${name}.code`);
}
