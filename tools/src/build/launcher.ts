import { createRequire } from 'node:module';
import { getRawAsset } from 'node:sea';
import { firstPiece, runPieces } from './run-pieces.ts';

// The main script of the executable: the pieces of the program, and the code of each, travel as its assets.
const builtin = createRequire(process.execPath);
runPieces(firstPiece, (name) => ({ text: asset(name).toString('latin1'), code: asset(`${name}.code`) }), builtin);

/** Not copied: only what is read of it is brought into memory. */
function asset(name: string): Buffer {
	return Buffer.from(getRawAsset(name));
}
