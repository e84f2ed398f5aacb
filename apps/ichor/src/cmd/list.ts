import type { FileInfo } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, integer, toggle } from '../command/flag-kinds.ts';
import { UsageError } from '../command/usage-error.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';

/** `list`: the files of a folder on nodes. */
export const list = defineCommand({
	usage: '[path]',
	args: atMost(1),
	completion: [{ kind: 'known', what: 'files' }],
	inherits: clientFlags,
	flags: {
		long: toggle('long', 'with modes, owners, sizes, times and labels', { shorthand: 'l' }),
		recurse: toggle('recurse', 'what is in the folders too', { shorthand: 'r' }),
		humanize: toggle('humanize', 'sizes and times for people', { shorthand: 'H' }),
		depth: integer('depth', 'how many folders deep', { shorthand: 'd', initial: 1, type: 'int32' }),
		type: csv('type', 'only these: f for files, d for folders, l or L for symbolic links', {
			shorthand: 't',
			completion: { kind: 'choices', choices: ['f', 'd', 'l'] },
		}),
		...listingFlags,
	},
	async run({ flags, args: [root = '/'], terminal }) {
		if (flags.recurse && flags.depth !== 1) {
			throw new UsageError('only one of flags --recurse and --depth can be specified at the same time');
		}
		await withNodes(flags, terminal, async (session) => {
			const [{ eachMessage }, { fileRow, fileTypes }, { FileInfoSchema }, { plainMessage }, { documentPrinter }] = await Promise.all([
				import('../nodes/streams.ts'),
				import('../output/file-row.ts'),
				import('@ichor/api/machine'),
				import('../output/plain-message.ts'),
				import('../output/documents.ts'),
			]);
			const print = flags.output === 'table' ? undefined : await documentPrinter(flags.output, terminal);
			const recurse = flags.recurse || flags.depth > 1;
			const recursionDepth = flags.recurse ? -1 : flags.depth;
			const request = { root, recurse, recursionDepth, types: fileTypes(flags.type), reportXattrs: flags.long };
			const rows: (readonly string[])[] = [flags.long ? longHeader : ['NODE', 'NAME']];
			const now = new Date();
			try {
				await eachMessage(session, session.client.machine.list(request), (info, { node, named }) => {
					if (info.error !== '') return refusal(node, info);
					if (print !== undefined) print({ node, ...plainMessage(FileInfoSchema, info) });
					else if (flags.long) rows.push(fileRow(node, info, { humanize: flags.humanize, now }));
					else if (named) rows.push([node, info.relativeName]);
					else terminal.out(`${printable(info.relativeName)}\n`);
					return undefined;
				});
			} finally {
				if (print === undefined) terminal.out(table(rows));
			}
		});
	},
});

const longHeader = ['NODE', 'MODE', 'UID', 'GID', 'SIZE(B)', 'LASTMOD', 'LABEL', 'NAME'];

function refusal(node: string, { name, error }: FileInfo): string {
	return `${node}: error reading file ${name}: ${error}`;
}
