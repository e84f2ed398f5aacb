import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';

/** In the order in which they are listed. */
const presets = ['cpu', 'cpuset', 'io', 'memory', 'process', 'psi', 'swap'] as const;

/** `cgroups`: the control groups of a node as a tree, and what they use. */
export const cgroups = defineCommand({
	long: `Show the control groups (version 2) of a node as a tree, with what they use and may use.

The columns are a preset's, or those of a file: YAML with a list 'columns' of 'name' and 'template', a template of Go whose
fields are the files of a group.`,
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		schemaFile: text('schema-file', 'the file of the columns'),
		preset: text('preset', `the columns (one of: [${presets.join(' ')}])`, { completion: { kind: 'choices', choices: presets } }),
		...listingFlags,
		skipCriResolve: toggle('skip-cri-resolve', 'leave pods and containers without their names'),
	},
	exclusive: [['schema-file', 'preset']],
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'cgroups');
			const [{ chosenColumns }, { cgroupTable }, { readCgroups }] = await Promise.all([
				import('../cgroups/chosen-columns.ts'),
				import('../cgroups/cgroup-table.ts'),
				import('../cgroups/read-cgroups.ts'),
			]);
			if (flags.output === 'table') {
				const print = cgroupTable(chosenColumns(flags));
				terminal.out(print(await readCgroups(session, !flags.skipCriResolve)));
				return;
			}
			const [{ cgroupRecords }, { documentPrinter }] = await Promise.all([
				import('../cgroups/cgroup-records.ts'),
				import('../output/documents.ts'),
			]);
			const print = await documentPrinter(flags.output, terminal);
			for (const record of cgroupRecords(await readCgroups(session, !flags.skipCriResolve))) print(record);
		}),
});
