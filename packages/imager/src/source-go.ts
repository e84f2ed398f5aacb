import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Context } from '@ichor/std';
import { goCommand } from './go-command.ts';
import { moduleFolder, moduleHash } from './module-lock.ts';
import { type GoSource, versionText } from './recipe.ts';
import type { RecipeOf, Source } from './source.ts';

/** Released Go modules, checked by the checksum database and by our lock, built reproducibly, nothing patched. */
export const goSource: Source<RecipeOf<'go'>> = {
	async ingredients(_context, recipe, place) {
		const { module, version, main } = recipe.go;
		const ours = main === undefined ? [] : [await readFile(join(place.checkout, main), 'utf8')];
		return [version, await moduleHash(place.lock, module, version), ...ours, ...(await toolchain())];
	},

	async build(context, recipe, place, folder) {
		const { go } = recipe;
		context.progress(`building ${go.module} ${go.version}${recipe.usually === undefined ? '' : ` (about ${recipe.usually})`}`);
		const released = await moduleFolder(place.lock, go.module, go.version);
		if (go.main === undefined && go.siblings === undefined) return await install(context, go, folder);
		const module = await besideReleased(go, released, folder);
		if (go.main === undefined) return await buildCommands(context, go, module, folder);
		await copyFile(join(place.checkout, go.main), join(module, 'main.go'));
		await buildPackage(context, go, { module, path: '.', program: join(folder, basename(go.main, '.go')) });
	},
};

async function install(context: Context, go: GoSource, folder: string): Promise<void> {
	for (const command of go.commands ?? ['.']) {
		const path = command === '.' ? go.module : `${go.module}/${command}`;
		const env = { ...environment(go), GOBIN: folder };
		await goCommand(['install', ...flags(go), `${path}@${go.version}`], { signal: context.signal, env });
	}
}

/** Commands of a module that replaces others: `go install` would refuse it. */
async function buildCommands(context: Context, go: GoSource, module: string, folder: string): Promise<void> {
	for (const command of go.commands ?? [])
		await buildPackage(context, go, { module, path: `${go.module}/${command}`, program: join(folder, basename(command)) });
}

/** A module of ours that has the released one as it is: without `go get`, which would load its root package with imports that nobody may have. */
async function besideReleased(go: GoSource, released: string, folder: string): Promise<string> {
	const module = join(folder, '.module');
	await mkdir(module);
	const replaced = go.siblings === undefined ? '' : siblings(await readFile(join(released, 'go.mod'), 'utf8'), go);
	await writeFile(join(module, 'go.mod'), `module ichor.build/main\n\ngo 1.24\nrequire ${go.module} ${go.version}\n${replaced}`);
	return module;
}

async function buildPackage(
	context: Context,
	go: GoSource,
	{ module, path, program }: { readonly module: string; readonly path: string; readonly program: string },
): Promise<void> {
	const options = { cwd: module, signal: context.signal, env: environment(go) };
	await goCommand(['build', ...flags(go), '-o', program, path], options);
}

/**
 * A module's own `replace` lines, which count only in the main module: what it replaces by a folder of its own is
 * replaced by the release of that folder.
 */
function siblings(goMod: string, { siblings: template = '', version }: GoSource): string {
	const released = versionText(template, version);
	const names = [...goMod.matchAll(/^\s*(?:replace\s+)?(\S+) => \.\/\S+$/gm)].map(([, name]) => name);
	return names.map((name) => `replace ${name} => ${name} ${released}\n`).join('');
}

function flags({ static: isStatic, tags, variables = {}, version }: GoSource): readonly string[] {
	const set = Object.entries(variables).map(([name, value]) => `-X=${name}=${versionText(value, version)}`);
	const link = ['-s', '-w', ...(isStatic === true ? ['-extldflags=-static'] : []), ...set].join(' ');
	return ['-trimpath', '-buildvcs=false', `-ldflags=${link}`, ...(tags === undefined ? [] : [`-tags=${tags.join(',')}`])];
}

function environment(go: GoSource): Readonly<Record<string, string>> {
	return { CGO_ENABLED: go.static === true ? '1' : '0', GOFLAGS: '-mod=mod', GOWORK: 'off', GOTOOLCHAIN: 'local' };
}

async function toolchain(): Promise<readonly string[]> {
	return [(await goCommand(['env', 'GOVERSION', 'GOARCH'], { cwd: '/' })).trim()];
}
