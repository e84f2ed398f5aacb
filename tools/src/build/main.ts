import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runProgram } from '../check/program.ts';
import { packPieces } from './pack.ts';
import { pageFiles } from './page.ts';
import { cutIntoPieces } from './pieces.ts';

/** The marker that Node looks for in its own image (nodejs.org, single executable applications). */
const sentinel = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * Ten times V8's own thresholds: code that runs for 20 ms is not worth the optimising compilers, whose pages alone are 5 MB.
 * What loops for longer still reaches them. (`node --v8-options` names the defaults; kept code holds under the same flags only.)
 */
const v8Flags = [
	'--invocation-count-for-maglev=4000',
	'--invocation-count-for-maglev-osr=1000',
	'--invocation-count-for-turbofan=30000',
	'--invocation-count-for-osr=5000',
];

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const here = import.meta.dirname;
const work = join(root, 'dist/build');
const program = join(work, 'program');
const order = join(work, 'order');
const pack = join(work, 'pack');
const contents = join(work, 'contents.json');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const pieces = await cutIntoPieces(join(root, 'apps/ichor/src/main.ts'), program, {
	'process.env.NODE_ENV': '"production"',
	ICHOR_COMMIT: JSON.stringify(await commit()),
	ICHOR_PAGE: JSON.stringify(JSON.stringify(await pageFiles(join(root, 'apps/ichor/src/dashboard/web/page')))),
});
await train();
packPieces(program, [...new Set([...readFileSync(order, 'utf8').split('\n'), ...pieces])], { pack, contents });
await makeExecutable();
console.log(
	`dist/ichor: ${megabytes(join(root, 'dist/ichor'))}, of which the program and its code are ${megabytes(pack)} in ${pieces.length} pieces`,
);

/** What `version` prints as SHA: the first eight digits, as upstream does; nothing outside a git checkout. */
async function commit(): Promise<string> {
	const { code: status, output } = await runProgram('git', ['rev-parse', '--short=8', 'HEAD'], root);
	return status === 0 ? output.trim() : '';
}

/** Runs the usual commands, so that V8's code of what they use travels with the program. */
async function train(): Promise<void> {
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
	const training = [...v8Flags, join(here, 'train.ts'), program, order];
	for (const words of commands) await mustRun(process.execPath, [...training, ...words]);
	// nobody listens at port 1 (tcpmux): what is compiled on the way to a node is kept, and the failure is expected
	const nowhere = ['--talosconfig', join(folder, 'talosconfig'), '-n', '127.0.0.1', '-e', '127.0.0.1:1'];
	for (const words of [['version'], ['get', 'members'], ['list'], ['services'], ['logs', 'etcd']])
		await runProgram(process.execPath, [...training, ...words, ...nowhere], root);
	rmSync(folder, { recursive: true });
	rmSync(secrets);
}

async function makeExecutable(): Promise<void> {
	const main = join(work, 'launcher.cjs');
	await build({
		entryPoints: [join(here, 'launcher.ts')],
		outfile: main,
		bundle: true,
		minify: true,
		platform: 'node',
		format: 'cjs',
		target: 'node24',
		logLevel: 'warning',
	});
	const config = join(work, 'sea.json');
	const blob = join(work, 'ichor.blob');
	const settings = {
		main,
		output: blob,
		disableExperimentalSEAWarning: true,
		useCodeCache: true,
		execArgv: v8Flags,
		execArgvExtension: 'none',
		assets: { pack, contents },
	};
	writeFileSync(config, JSON.stringify(settings));
	await mustRun(process.execPath, [...v8Flags, '--experimental-sea-config', config]);
	const executable = join(work, 'ichor');
	copyFileSync(process.execPath, executable);
	await mustRun('strip', ['--strip-all', executable]);
	await mustRun('postject', [executable, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', sentinel]);
	copyFileSync(executable, join(root, 'dist/ichor'));
}

function megabytes(path: string): string {
	return `${(statSync(path).size / 1e6).toFixed(1)} MB`;
}

async function mustRun(command: string, args: readonly string[]): Promise<void> {
	const { code: status, output } = await runProgram(command, args, root);
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with exit code ${status}\n${output}`);
}
