import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a command left behind. */
export interface Outcome {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	/** By path from the folder that it ran in: what was there before and what it made. */
	readonly files: ReadonlyMap<string, WrittenFile>;
}

export interface WrittenFile {
	readonly content: string;
	/** Permission bits. */
	readonly mode: number;
}

/** A program to run: its path and the arguments that always come first. */
export type Program = readonly [path: string, ...first: readonly string[]];

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const built = process.env['ICHOR'];

/** Ichor from the sources, or the executable that ICHOR names: what `npm run build` made is compared by the same tests. */
export const ichor: Program = built === undefined ? [process.execPath, join(root, 'apps/ichor/bin/ichor.js')] : [built];

/** A folder of its own for each run: with the given files, and a home folder outside of it. */
export interface Surroundings {
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	readonly input?: string;
	readonly environment?: Readonly<Record<string, string>>;
	/** Interrupts (Ctrl-C) a program that would go on for ever, once it has printed and then said nothing for a while. */
	readonly interrupted?: boolean;
}

/** Runs a program in a new folder and tells everything that can be seen of it afterwards. */
export async function runIn(surroundings: Surroundings, program: Program, words: readonly string[]): Promise<Outcome> {
	const base = await mkdtemp(join(tmpdir(), 'ichor-compat-'));
	try {
		const folder = join(base, 'work');
		await mkdir(folder);
		for (const [path, content] of Object.entries(surroundings.files ?? {})) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), content);
		}
		const { PATH, TMPDIR, HOME = '' } = process.env;
		const environment = {
			PATH,
			TMPDIR,
			HOME: join(base, 'home'),
			// Compiled code is not what is tested: all runs may share it.
			ICHOR_CACHE: process.env['ICHOR_CACHE'] ?? join(HOME, '.cache/ichor'),
			...surroundings.environment,
		};
		const { input = '', interrupted = false } = surroundings;
		const { code, stdout, stderr } = await spawned(program, words, folder, environment, { input, interrupted });
		return { code, stdout, stderr: stderr.replaceAll(base, ''), files: await filesIn(folder) };
	} finally {
		await rm(base, { recursive: true });
	}
}

/** Whether a Go program gave up with a stack trace, which is no behaviour to follow. */
export function crashed({ code, stderr }: Outcome): boolean {
	return code === 2 && /^(?:panic|fatal error): |^runtime: goroutine stack/m.test(stderr);
}

async function spawned(
	[path, ...first]: Program,
	words: readonly string[],
	cwd: string,
	environment: Readonly<Record<string, string | undefined>>,
	{ input, interrupted }: { readonly input: string; readonly interrupted: boolean },
): Promise<Omit<Outcome, 'files'>> {
	return await new Promise((resolve, reject) => {
		const child = spawn(path, [...first, ...words], { cwd, env: environment, stdio: 'pipe' });
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		const interrupt = (): void => void child.kill('SIGINT');
		let timer = interrupted ? setTimeout(interrupt, longestSilence) : undefined;
		child.stdout.on('data', (chunk: Buffer) => {
			stdout.push(chunk);
			if (timer === undefined) return;
			clearTimeout(timer);
			timer = setTimeout(interrupt, quietEnough);
		});
		child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
		child.on('error', reject);
		child.on('close', (code, signal) => {
			clearTimeout(timer);
			if (code === null) reject(new Error(`${path} was ended by ${signal}`));
			else resolve({ code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') });
		});
		// A program that does not read its input closes it.
		child.stdin.on('error', () => undefined);
		child.stdin.end(input);
	});
}

/** Milliseconds after which a program that printed something has nothing more to say for now, and one that printed nothing has not either. */
const quietEnough = 2000;
const longestSilence = 8000;

async function filesIn(folder: string): Promise<ReadonlyMap<string, WrittenFile>> {
	const names = (await readdir(folder, { recursive: true })).toSorted();
	const files = new Map<string, WrittenFile>();
	for (const name of names) {
		const { mode } = await stat(join(folder, name));
		const isFolder = (await stat(join(folder, name))).isDirectory();
		files.set(isFolder ? `${name}/` : name, { content: isFolder ? '' : await readFile(join(folder, name), 'utf8'), mode: mode & 0o777 });
	}
	return files;
}
