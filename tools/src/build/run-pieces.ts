import vm from 'node:vm';

/** One piece of the program: its text, and the code that V8 made of it before. Code that V8 refuses costs time, nothing else. */
export interface Piece {
	readonly text: string;
	readonly code: Buffer | undefined;
}

/** The piece that needs the others. */
export const firstPiece = './main.js';

type Modules = (name: string) => unknown;
type Body = (exports: object, require: Modules, module: { exports: object }) => void;

/**
 * Runs a program from its first piece. The others are read when they are asked for: a command that needs a tenth of the
 * program reads a tenth of it.
 *
 * @param read the piece of a name; every name that begins with `./` is one
 * @param builtin answers for all other names
 * @returns what has been compiled so far: it grows as the program goes on
 */
export function runPieces(first: string, read: (name: string) => Piece, builtin: Modules): ReadonlyMap<string, vm.Script> {
	const scripts = new Map<string, vm.Script>();
	const modules = new Map<string, { exports: object }>();
	start(first);
	return scripts;

	function start(name: string): unknown {
		if (!name.startsWith('./')) return builtin(name);
		const known = modules.get(name);
		if (known !== undefined) return known.exports;
		const module = { exports: {} };
		// before it runs: pieces may need each other
		modules.set(name, module);
		const script = compile(name, read(name));
		scripts.set(name, script);
		const body: Body = script.runInThisContext();
		body(module.exports, start, module);
		return module.exports;
	}
}

function compile(name: string, { text, code }: Piece): vm.Script {
	return new vm.Script(text, {
		filename: name,
		...(code === undefined ? {} : { cachedData: code }),
		importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
	});
}
