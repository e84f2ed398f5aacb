import { existsSync, mkdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { clientFlags } from '../client-flags.ts';
import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import type { Terminal } from '../command/terminal.ts';
import { kubeconfigPlace } from '../kubeconfig-place.ts';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import { writeSecretFile } from '../output/secret-file.ts';

/** `kubeconfig [PATH]`: fetches the admin's kubeconfig, into one that is there, into a file of its own, or to standard output. */
export const kubeconfig = defineCommand({
	usage: '[local-path]',
	long: "Fetches the admin's kubeconfig from a node and adds it to $KUBECONFIG or ~/.kube/config, or to local-path. With --merge=false it\nbecomes a file of its own, in this folder or at local-path; with `-` it goes to standard output.",
	args: atMost(1),
	inherits: clientFlags,
	flags: {
		force: toggle('force', 'overwrite the file, or what has the same names in it', { shorthand: 'f' }),
		contextName: text('force-context-name', 'the name of the context in the merged kubeconfig', { completion: { kind: 'nothing' } }),
		merge: toggle('merge', 'add to the kubeconfig that is there', { shorthand: 'm', initial: true }),
	},
	async run({ flags, args: [given], terminal }) {
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'kubeconfig');
			const path = pathOf(clean(given ?? (flags.merge ? kubeconfigPlace(terminal) : process.cwd())));
			const exists = existsSync(path);
			if (exists && !flags.force && !flags.merge)
				throw new Error(`kubeconfig file already exists, use --force to overwrite: ${JSON.stringify(path)}`);
			const fetched = await fileInArchive('kubeconfig', bytesOf(session.client.machine.kubeconfig({})));
			if (flags.merge && exists) await merge(path, fetched, flags, terminal);
			else if (path === '-') terminal.out(fetched);
			else writeSecretFile(path, fetched);
		});
	},
});

/** As Go's filepath.Clean: also without a slash at the end. */
function clean(path: string): string {
	const normal = normalize(path);
	return normal.length > 1 ? normal.replace(/\/$/, '') : normal;
}

/** A folder stands for the file of the usual name in it. Folders above the file are made. */
function pathOf(path: string): string {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats === undefined) mkdirSync(dirname(path), { recursive: true });
	return stats?.isDirectory() === true ? join(path, 'kubeconfig') : path;
}

interface MergeFlags {
	readonly force: boolean;
	readonly contextName: string;
}

async function merge(path: string, fetched: Uint8Array, { force, contextName }: MergeFlags, terminal: Terminal): Promise<void> {
	const { decodeKubeconfig, encodeKubeconfig, mergeKubeconfigs } = await import('@ichor/client');
	const { config, renames } = await mergeKubeconfigs(decodeKubeconfig(await readFile(path), path), decodeKubeconfig(fetched), {
		contextName,
		onConflict: async (part, name) => {
			if (force) return 'overwrite';
			return terminal.interactive() ? ask(`${part} ${JSON.stringify(name)} already exists`, terminal) : 'rename';
		},
	});
	for (const { part, from, to } of renames) {
		terminal.out(`renamed ${part === 'auth' ? 'auth info' : part} ${JSON.stringify(from)} -> ${JSON.stringify(to)}\n`);
	}
	writeSecretFile(path, encodeKubeconfig(config));
}

function ask(question: string, terminal: Terminal): 'overwrite' | 'rename' {
	for (;;) {
		terminal.out(`${question} [(r)ename/(o)verwrite]: `);
		const line = terminal.readLine();
		if (line === undefined) throw new Error('EOF');
		const answer = answers[line.trim().toLowerCase()];
		if (answer !== undefined) return answer;
	}
}

const answers: Readonly<Record<string, 'overwrite' | 'rename'>> = { overwrite: 'overwrite', o: 'overwrite', rename: 'rename', r: 'rename' };
