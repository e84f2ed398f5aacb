import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.ts';

/** What a machine can repair: generated files, import order, format, the lint rules that have a fix. */
const fixers: readonly (readonly [string, ...string[]])[] = [
	['node', 'tools/src/docgen/main.ts'],
	['node', 'tools/src/protogen/main.ts'],
	['oxlint', '--type-aware', '--fix', '--quiet'],
	['biome', 'check', '--write', '--colors=off', '--max-diagnostics=20'],
];

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
for (const [command, ...args] of fixers) {
	const { code, output } = await runProgram(command, args, root);
	console.log(`${command} ${args.join(' ')}: ${code === 0 ? 'done' : `exit code ${code}`}`);
	if (code !== 0) console.log(output.trimEnd());
}
