import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../check/program.ts';

/** `npm run generate`: everything that is written from a description: documents from their model, the protocol from proto/, the page of commands from their tree. */
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
for (const generator of ['tools/src/docgen/main.ts', 'tools/src/protogen/main.ts', 'apps/ichor/src/commands-page/main.ts']) {
	const { code, output } = await runProgram('node', [generator], root);
	console.log(output.trimEnd());
	if (code !== 0) process.exit(code);
}
