import { createRequire } from 'node:module';
import { getAsset, getRawAsset } from 'node:sea';
import type { Contents } from './pack.ts';
import { firstPiece, type Piece, runPieces } from './run-pieces.ts';

// The main script of the executable: the pieces of the program, and V8's code of them, travel in one asset.
const contents: Contents = JSON.parse(getAsset('contents', 'utf8'));
const pack = Buffer.from(getRawAsset('pack'));
runPieces(firstPiece, read, createRequire(process.execPath));

/** Nothing is copied before it is asked for: of the file, only what is looked at comes into memory. */
function read(name: string): Piece {
	const [start, middle, end] = contents[name] ?? [0, 0, 0];
	return { text: pack.toString('latin1', start, middle), code: middle === end ? undefined : pack.subarray(middle, end) };
}
