import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runProgram } from '../check/program.ts';

/** Writes the generated code and the lock. Returns what is wrong with proto/, one line each; then nothing is written. */
export async function generate(root: string): Promise<readonly string[]> {
	const problems = await judge(root);
	if (problems.length > 0) return problems;
	await buf(root, ['generate']);
	writeFileSync(join(root, lockFile), gzipSync(await describe(root)));
	return [];
}

/** What differs between the committed files and what proto/ would give, one line each. */
export async function checkGenerated(root: string): Promise<readonly string[]> {
	const problems = await judge(root);
	if (problems.length > 0) return problems;
	return await inTemporaryFolder(async (folder) => {
		await buf(root, ['generate', '--output', folder]);
		const lock = join(root, lockFile);
		const locked = existsSync(lock) && gunzipSync(readFileSync(lock)).equals(await describe(root));
		return [...compareFolders(root, folder), ...(locked ? [] : [`${lockFile} is not that of proto/`])];
	});
}

const generatedFolder = 'packages/api/src/gen';
const lockFile = 'proto/lock.binpb.gz';

/** Compiles and lints proto/, and compares it with the lock. */
async function judge(root: string): Promise<readonly string[]> {
	const against = existsSync(join(root, lockFile)) ? [['breaking', '--against', lockFile]] : [];
	for (const args of [['build'], ['format', '--diff', '--exit-code'], ['lint'], ...against]) {
		const { code, output } = await runProgram('buf', args, root);
		if (code !== 0) return output.trimEnd().split('\n');
	}
	return [];
}

/** Everything that proto/ declares, without comments. */
async function describe(root: string): Promise<Buffer> {
	return await inTemporaryFolder(async (folder) => {
		const file = join(folder, 'image.binpb');
		await buf(root, ['build', '--exclude-source-info', '--output', file]);
		return readFileSync(file);
	});
}

async function buf(root: string, args: readonly string[]): Promise<void> {
	const { code, output } = await runProgram('buf', args, root);
	if (code !== 0) throw new Error(`buf ${args.join(' ')} exited with ${code}\n${output}`);
}

function compareFolders(root: string, fresh: string): readonly string[] {
	const committed = filesIn(join(root, generatedFolder));
	const generated = filesIn(join(fresh, generatedFolder));
	const missing = generated.filter((file) => !committed.includes(file)).map((file) => `${generatedFolder}/${file} is missing`);
	const stale = committed.filter((file) => !generated.includes(file)).map((file) => `${generatedFolder}/${file} comes from no .proto file`);
	const different = generated.filter((file) => {
		if (!committed.includes(file)) return false;
		return !readFileSync(join(root, generatedFolder, file)).equals(readFileSync(join(fresh, generatedFolder, file)));
	});
	return [...missing, ...stale, ...different.map((file) => `${generatedFolder}/${file} is not what proto/ gives`)];
}

function filesIn(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-protogen-'));
	try {
		return await use(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
