import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runProgram } from '../check/program.ts';

/** The marker that Node looks for in its own image (nodejs.org, single executable applications). */
const sentinel = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const work = join(root, 'dist/build');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

// One file: what a command does not use is not initialised, because lazy imports stay lazy inside the bundle.
const bundle = join(work, 'ichor.cjs');
await build({
	entryPoints: [join(root, 'apps/ichor/src/main.ts')],
	outfile: bundle,
	bundle: true,
	minify: true,
	platform: 'node',
	format: 'cjs',
	target: 'node24',
	legalComments: 'linked',
	logLevel: 'warning',
	define: { 'process.env.NODE_ENV': '"production"' },
});

// The compile cache travels inside: V8 reads the functions' code instead of parsing their text.
const config = join(work, 'sea.json');
const blob = join(work, 'ichor.blob');
writeFileSync(
	config,
	JSON.stringify({ main: bundle, output: blob, disableExperimentalSEAWarning: true, useCodeCache: true, execArgvExtension: 'none' }),
);
await mustRun(process.execPath, ['--experimental-sea-config', config]);

const executable = join(work, 'ichor');
copyFileSync(process.execPath, executable);
await mustRun('strip', ['--strip-all', executable]);
await mustRun('postject', [executable, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', sentinel]);

const out = join(root, 'dist/ichor');
copyFileSync(executable, out);
console.log(
	`dist/ichor: ${(statSync(out).size / 1e6).toFixed(0)} MB, of which the program is ${(statSync(bundle).size / 1e3).toFixed(0)} kB`,
);

async function mustRun(command: string, args: readonly string[]): Promise<void> {
	const { code, output } = await runProgram(command, args, root);
	if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed with exit code ${code}\n${output}`);
}
