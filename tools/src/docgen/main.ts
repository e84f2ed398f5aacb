import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';
import { readModel } from './read-model.ts';
import { resourceDocs } from './resource-docs.ts';

const machinery = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'packages/machinery');
const generated = new Map([
	...generate(readModel(join(machinery, 'model'))),
	['src/resources/docs/types.gen.ts', resourceDocs(join(machinery, 'src/resources'))],
]);
const folders = ['src/config/types', 'src/config/docs', 'src/resources/docs'];
const present = folders
	.filter((folder) => existsSync(join(machinery, folder)))
	.flatMap((folder) => readdirSync(join(machinery, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
	.filter((path) => path.endsWith('.gen.ts'));
const orphans = present.filter((path) => !generated.has(path));
const stale = [...generated].filter(([path, text]) => !present.includes(path) || readFileSync(join(machinery, path), 'utf8') !== text);

if (process.argv.includes('--check')) {
	for (const path of orphans) console.error(`packages/machinery/${path} has no model any more`);
	for (const [path] of stale) console.error(`packages/machinery/${path} is stale`);
	if (orphans.length + stale.length > 0) {
		console.error('`npm run generate` makes them anew');
		process.exitCode = 1;
	}
} else {
	for (const path of orphans) rmSync(join(machinery, path));
	for (const [path, text] of stale) {
		mkdirSync(dirname(join(machinery, path)), { recursive: true });
		writeFileSync(join(machinery, path), text);
	}
	console.log(`${generated.size} files, ${stale.length} written, ${orphans.length} removed`);
}
