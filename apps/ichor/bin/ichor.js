#!/usr/bin/env node
// Starts the command line from the sources. Plain JavaScript: it has to say what is wrong on a Node that knows no TypeScript.
import { mkdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

if (Number(process.versions.node.split('.')[0]) < 24) {
	console.error(`ichor needs Node 24, this is ${process.version}: \`npx ichor\` in the checkout brings its own`);
	process.exit(1);
}

// Compiled code is kept between calls: it is most of what a short command would wait for.
const cache = join(process.env.ICHOR_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ichor'), 'code');
try {
	mkdirSync(cache, { recursive: true });
	module.enableCompileCache(cache);
} catch {
	// A home that cannot be written to costs time, nothing else.
}
await import('../src/main.ts');
