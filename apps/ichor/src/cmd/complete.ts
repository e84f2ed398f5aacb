import { existsSync } from 'node:fs';
import { atLeast } from '../command/arguments.ts';
import { defineCommand, type Invocation } from '../command/command.ts';
import { type CompletionSources, completeWords } from '../command/complete.ts';
import type { Terminal } from '../command/terminal.ts';

/**
 * What the completion scripts ask: `__complete WORD… UNFINISHED`. A candidate per line, with a tab and a description behind
 * it, then a colon and the directive: cobra's protocol, which its scripts speak too.
 */
export const complete = defineCommand({ args: atLeast(1), rawWords: true, run: async (invocation) => await answer(invocation, true) });

/** `__completeNoDesc`: the same without descriptions. */
export const completeBare = defineCommand({ args: atLeast(1), rawWords: true, run: async (invocation) => await answer(invocation, false) });

async function answer({ args, root, terminal }: Invocation, described: boolean): Promise<void> {
	const { candidates, directive } = await completeWords(root, args, sourcesOf(terminal));
	for (const { text, about } of candidates) terminal.out(`${text}${described && about !== '' ? `\t${about}` : ''}\n`);
	terminal.out(`:${directive}\n`);
}

function sourcesOf(terminal: Terminal): CompletionSources {
	const { environment } = terminal;
	return {
		async contexts(talosconfig) {
			const { openTalosconfig } = await import('@ichor/client/talosconfig');
			const path = await presentTalosconfig(talosconfig, environment);
			return path === undefined ? [] : [...openTalosconfig(path, environment).config.contexts.keys()].toSorted();
		},
		async fields() {
			const { allPaths } = await import('@ichor/machinery/docs');
			return allPaths();
		},
		async resourceFields(typed) {
			const { resourcePaths } = await import('@ichor/machinery/resources/docs');
			return resourcePaths(typed);
		},
		async known(what, line) {
			const { knownNames } = await import('../nodes/known-names.ts');
			const given = [...line.flags].find(([{ name }]) => name === 'talosconfig')?.[1];
			if ((await presentTalosconfig(typeof given === 'string' ? given : '', environment)) === undefined) return [];
			return await knownNames(what, line, terminal).catch(() => []);
		},
	};
}

/** The talosconfig in use, when there is one: opening one that is missing would make it, and a tab key makes nothing. None without a home. */
async function presentTalosconfig(given: string, environment: Terminal['environment']): Promise<string | undefined> {
	const { talosconfigPaths } = await import('@ichor/client/talosconfig');
	if (given !== '') return existsSync(given) ? given : undefined;
	if (environment['HOME'] === undefined) return undefined;
	const paths = talosconfigPaths(environment).map(({ path }) => path);
	return paths.find((candidate) => existsSync(candidate));
}
