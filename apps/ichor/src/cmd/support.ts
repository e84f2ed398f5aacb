import { existsSync } from 'node:fs';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { integer, text, toggle } from '../command/flag-kinds.ts';
import type { Terminal } from '../command/terminal.ts';
import { withAnyNode } from '../nodes/node-session.ts';

/** `support`: what somebody needs to know who is asked about a cluster, in one file. */
export const support = defineCommand({
	long: `Collect in a zip archive, of each node: logs of the kernel, the services and the pods of kube-system; resources without what
is secret; which controllers use which; processes, disks, mounts, PCI devices and versions. Of the cluster: its Kubernetes nodes
and the pods of kube-system.`,
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		output: text('output', 'the file that is written', { shorthand: 'O' }),
		numWorkers: integer('num-workers', 'how many files of a node are collected at once', { shorthand: 'w', initial: 1 }),
		verbose: toggle('verbose', 'name what is collected', { shorthand: 'v' }),
	},
	async run({ flags, terminal }) {
		if (flags.nodes.length === 0) throw new Error('please provide at least a single node to gather the debug information from');
		const path = flags.output === '' ? 'support.zip' : flags.output;
		if (existsSync(path)) requireConsent(terminal, path);
		await withAnyNode(flags, terminal, async (session) => {
			const [{ collectBundle }, { failureTable }] = await Promise.all([
				import('../support/collect-bundle.ts'),
				import('../support/failure-table.ts'),
			]);
			const { failures, stopped } = await collectBundle(session, { path, workers: flags.numWorkers, verbose: flags.verbose });
			if (failures.length > 0) terminal.err(`Processed with errors:\n${failureTable(failures)}`.trimEnd());
			terminal.err(`Support bundle is written to ${path}`);
			if (stopped !== undefined) throw stopped;
		});
	},
});

/** @throws Error unless the user says yes */
function requireConsent(terminal: Terminal, path: string): void {
	terminal.out(`${path} already exists, overwrite? [y/N]: `);
	const answer = terminal.readLine();
	if (answer === undefined) throw new Error('EOF');
	if (answer.trim().toLowerCase() !== 'y') throw new Error('operation aborted');
}
