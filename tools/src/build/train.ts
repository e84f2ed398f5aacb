import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { codeFile } from './pack.ts';
import { firstPiece, type Piece, runPieces } from './run-pieces.ts';

// Runs the program once with the code of the runs before, and keeps the code of this one as well: functions that V8 has
// compiled because a command needed them. Usage: node train.ts FOLDER ORDER [ARGUMENT...], where the file ORDER names the
// pieces in the order of their first use.
const [folder = '', order = ''] = process.argv.splice(2, 2);

const scripts = runPieces(firstPiece, read, createRequire(import.meta.url));
process.on('exit', () => {
	for (const [name, script] of scripts) writeFileSync(codeFile(folder, name), script.createCachedData());
	const before = existsSync(order) ? readFileSync(order, 'utf8').split('\n') : [];
	writeFileSync(order, [...new Set([...before, ...scripts.keys()])].join('\n'));
});

function read(name: string): Piece {
	const code = codeFile(folder, name);
	return { text: readFileSync(join(folder, name), 'latin1'), code: existsSync(code) ? readFileSync(code) : undefined };
}
