import { readFileSync, writeFileSync } from 'node:fs';
import { tree } from '../tree.ts';
import { commandsPage } from './commands-page.ts';

/** Writes `docs/commands.md`; with --check says whether it is what would be written. */
const file = new URL('../../../../docs/commands.md', import.meta.url);
const page = commandsPage(tree);
if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (readFileSync(file, 'utf8') !== page) {
	console.error('docs/commands.md is stale');
	process.exitCode = 1;
}
