import type { Check } from './check.ts';
import { runProgram } from './program.ts';

/** The checks that are programs of others: each passes when its program exits 0. */
export const programChecks: readonly Check[] = [
	programCheck('types', 'tsc', ['-p', 'tsconfig.json']),
	programCheck('format and imports', 'biome', ['check', '--colors=off', '--max-diagnostics=50', '--error-on-warnings'], 'npm run fix'),
	programCheck('lint', 'oxlint', ['--type-aware', '--format=unix', '--deny-warnings'], 'npm run fix'),
	programCheck('generated documents', 'node', ['tools/src/docgen/main.ts', '--check'], 'npm run generate'),
	programCheck('page of commands', 'node', ['apps/ichor/src/commands-page/main.ts', '--check'], 'npm run generate'),
	programCheck('generated protocol', 'node', ['tools/src/protogen/main.ts', '--check'], 'npm run generate'),
];

function programCheck(name: string, command: string, args: readonly string[], fixer?: string): Check {
	return {
		name,
		...(fixer === undefined ? {} : { fixer }),
		async run(root) {
			const { code, output } = await runProgram(command, args, root);
			return code === 0 ? [] : output.trimEnd().split('\n');
		},
	};
}
