import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compilePiece, firstPiece, runPieces } from './run-pieces.ts';

// Runs the program once with the code of the runs before, and keeps the code of this one as well: functions that V8 has
// compiled because a command needed them. Usage: node train.ts FOLDER [ARGUMENT...]
const [folder = '.'] = process.argv.splice(2, 1);

const scripts = runPieces(firstPiece, read, createRequire(import.meta.url));
process.on('exit', () => {
	for (const [name, script] of scripts) writeFileSync(codeOf(name), script.createCachedData());
	for (const name of readdirSync(folder).filter((file) => file.endsWith('.js') && !existsSync(codeOf(file))))
		writeFileSync(codeOf(name), compilePiece(name, read(name)).createCachedData());
});

function read(name: string) {
	return { text: readFileSync(join(folder, name), 'latin1'), code: existsSync(codeOf(name)) ? readFileSync(codeOf(name)) : undefined };
}

function codeOf(name: string): string {
	return join(folder, `${name}.code`);
}
