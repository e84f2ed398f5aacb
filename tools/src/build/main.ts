import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runProgram } from '../check/program.ts';

/** The marker that Node looks for in its own image (nodejs.org, single executable applications). */
const sentinel = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const here = import.meta.dirname;
const work = join(root, 'dist/build');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const program = await bundle();
const code = await train(program);
await makeExecutable(program, code);
console.log(`dist/ichor: ${megabytes('dist/ichor')}, of which the program is ${megabytes(program)} and its code ${megabytes(code)}`);

/** One file: what a command does not use is not initialised, because lazy imports stay lazy inside the bundle. */
async function bundle(): Promise<string> {
	const outfile = join(work, 'ichor.cjs');
	await build({
		entryPoints: [join(root, 'apps/ichor/src/main.ts')],
		outfile,
		bundle: true,
		minify: true,
		// what only a checkout can do, and what it needs for it: the program does not ask for it
		external: ['@ichor/provision/checkout'],
		// Latin-1 text is read without being decoded.
		charset: 'ascii',
		platform: 'node',
		format: 'cjs',
		target: 'node24',
		legalComments: 'linked',
		logLevel: 'warning',
		define: { 'process.env.NODE_ENV': '"production"', ICHOR_COMMIT: JSON.stringify(await commit()) },
	});
	writeFileSync(outfile, `(function(exports,require,module){${readFileSync(outfile, 'latin1')}\n})`, 'latin1');
	return outfile;
}

/** What `version` prints as SHA: the first eight digits, as upstream does; nothing outside a git checkout. */
async function commit(): Promise<string> {
	const { code: status, output } = await runProgram('git', ['rev-parse', '--short=8', 'HEAD'], root);
	return status === 0 ? output.trim() : '';
}

/** Runs the usual commands, so that V8's code of what they use travels with the program. */
async function train(file: string): Promise<string> {
	const kept = join(work, 'ichor.code');
	const folder = join(work, 'training');
	const controlPlane = join(folder, 'controlplane.yaml');
	const secrets = join(work, 'secrets.yaml');
	const patch = '{"machine":{"certSANs":["node.example.org"],"sysctls":{"vm.max_map_count":"262144"}}}';
	const commands: readonly (readonly string[])[] = [
		['gen', 'secrets', '-o', secrets],
		['gen', 'config', 'training', 'https://192.0.2.10:6443', '--with-secrets', secrets, '--output-dir', folder],
		['machineconfig', 'diff', controlPlane, controlPlane],
		['machineconfig', 'patch', controlPlane, '--patch', patch],
		['validate', '--mode', 'metal', '--config', controlPlane],
		['version', '--client', '--short'],
	];
	for (const words of commands) await mustRun(process.execPath, [join(here, 'train.cjs'), file, kept, ...words]);
	// nobody listens at port 1 (tcpmux): what is compiled on the way to a node is kept, and the failure is expected
	const nowhere = ['--talosconfig', join(folder, 'talosconfig'), '-n', '127.0.0.1', '-e', '127.0.0.1:1'];
	for (const words of [['version'], ['get', 'members'], ['list'], ['services'], ['logs', 'etcd']])
		await runProgram(process.execPath, [join(here, 'train.cjs'), file, kept, ...words, ...nowhere], root);
	rmSync(folder, { recursive: true });
	rmSync(secrets);
	return kept;
}

async function makeExecutable(file: string, kept: string): Promise<void> {
	const config = join(work, 'sea.json');
	const blob = join(work, 'ichor.blob');
	const settings = {
		main: join(here, 'launcher.cjs'),
		output: blob,
		disableExperimentalSEAWarning: true,
		useCodeCache: true,
		execArgvExtension: 'none',
		assets: { program: file, code: kept },
	};
	writeFileSync(config, JSON.stringify(settings));
	await mustRun(process.execPath, ['--experimental-sea-config', config]);
	const executable = join(work, 'ichor');
	copyFileSync(process.execPath, executable);
	await mustRun('strip', ['--strip-all', executable]);
	await mustRun('postject', [executable, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', sentinel]);
	copyFileSync(executable, join(root, 'dist/ichor'));
}

function megabytes(path: string): string {
	return `${(statSync(join(root, path.replace(`${root}/`, ''))).size / 1e6).toFixed(1)} MB`;
}

async function mustRun(command: string, args: readonly string[]): Promise<void> {
	const { code: status, output } = await runProgram(command, args, root);
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with exit code ${status}\n${output}`);
}
