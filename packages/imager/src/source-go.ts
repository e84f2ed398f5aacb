import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';
import { ImagerError } from './errors.ts';
import type { GoSource } from './recipe.ts';
import type { RecipeOf, Source } from './source.ts';

/** Released Go modules, checked by the checksum database and by our lock, built reproducibly, nothing patched. */
export const goSource: Source<RecipeOf<'go'>> = {
	async ingredients(_context, recipe, place) {
		const { module, version } = recipe.go;
		const locked = place.lock.get('go', module);
		if (locked?.version === version) return [locked.version, locked.hash, ...(await toolchain())];
		const { Sum } = await download(module, version);
		place.lock.set('go', module, { version, hash: Sum });
		return [version, Sum, ...(await toolchain())];
	},

	async build(context, recipe, place, folder) {
		const { go } = recipe;
		context.progress(`building ${go.module} ${go.version}`);
		const { Sum } = await download(go.module, go.version);
		const locked = place.lock.get('go', go.module);
		if (locked !== undefined && locked.version === go.version && locked.hash !== Sum) {
			throw new ImagerError('integrity', `${go.module} ${go.version} has the hash ${Sum}, os/lock.json says ${locked.hash}`);
		}
		if (go.main === undefined) await install(context, go, folder);
		else await buildMain(context, go, join(place.checkout, go.main), folder);
	},
};

async function install(context: Context, go: GoSource, folder: string): Promise<void> {
	for (const command of go.commands ?? ['.']) {
		const path = command === '.' ? go.module : `${go.module}/${command}`;
		await goRun(['install', ...flags(go), `${path}@${go.version}`], { signal: context.signal, env: { ...environment(go), GOBIN: folder } });
	}
}

async function buildMain(context: Context, go: GoSource, main: string, folder: string): Promise<void> {
	const module = join(folder, '.module');
	await mkdir(module);
	await copyFile(main, join(module, 'main.go'));
	await writeFile(join(module, 'go.mod'), `module ichor.build/${basename(main, '.go')}\n\ngo 1.24\n`);
	const options = { cwd: module, signal: context.signal, env: environment(go) };
	await goRun(['get', `${go.module}@${go.version}`], options);
	await goRun(['build', ...flags(go), '-o', join(folder, basename(main, '.go')), '.'], options);
}

function flags(go: GoSource): readonly string[] {
	const link = go.static === true ? '-s -w -extldflags=-static' : '-s -w';
	return ['-trimpath', '-buildvcs=false', `-ldflags=${link}`, ...(go.tags === undefined ? [] : [`-tags=${go.tags.join(',')}`])];
}

function environment(go: GoSource): Readonly<Record<string, string>> {
	return { CGO_ENABLED: go.static === true ? '1' : '0', GOFLAGS: '-mod=mod', GOWORK: 'off', GOTOOLCHAIN: 'local' };
}

async function download(module: string, version: string): Promise<{ readonly Sum: string; readonly Dir: string }> {
	return JSON.parse(await goRun(['mod', 'download', '-json', `${module}@${version}`], { cwd: '/', env: { GOWORK: 'off' } })) as {
		Sum: string;
		Dir: string;
	};
}

async function toolchain(): Promise<readonly string[]> {
	return [(await goRun(['env', 'GOVERSION', 'GOARCH'], { cwd: '/' })).trim()];
}

async function goRun(args: readonly string[], options: Parameters<typeof runProgram>[2]): Promise<string> {
	try {
		return await runProgram('go', args, options);
	} catch (error) {
		if (!(error instanceof ProgramError) || error.code === 'cancelled') throw error;
		if (error.code === 'missing') throw new ImagerError('tool', 'go is not installed: install Go 1.26 or newer', { cause: error });
		throw new ImagerError('build', error.message, { cause: error });
	}
}
