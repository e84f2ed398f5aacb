import { clientFlags } from '../client-flags.ts';
import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { integer, toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { humanSize } from '../output/go-number.ts';
import { listingFlags } from '../output/listing.ts';
import { table } from '../output/table.ts';

/** `usage`: how much the files below some paths take. */
export const usage = defineCommand({
	usage: '[path1] [path2] ... [pathN]',
	args: anyArguments,
	completion: { kind: 'known', what: 'folders' },
	inherits: clientFlags,
	flags: {
		humanize: toggle('humanize', 'sizes for people', { shorthand: 'H' }),
		all: toggle('all', 'each file too, not only folders', { shorthand: 'a' }),
		threshold: integer('threshold', 'leave out what is smaller than this many bytes, or larger when it is negative', {
			shorthand: 't',
			initial: 0,
		}),
		// upstream's help says 0 and means 1: its variable is that of `list`
		depth: integer('depth', 'how many folders deep', { shorthand: 'd', initial: 1, type: 'int32' }),
		...listingFlags,
	},
	run: async ({ flags, args, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const [{ eachMessage }, { DiskUsageInfoSchema }, { plainMessage }, { documentPrinter }] = await Promise.all([
				import('../nodes/streams.ts'),
				import('@ichor/api/machine'),
				import('../output/plain-message.ts'),
				import('../output/documents.ts'),
			]);
			const print = flags.output === 'table' ? undefined : await documentPrinter(flags.output, terminal);
			const paths = args.length === 0 ? ['/'] : [...args];
			const request = { recursionDepth: flags.depth + 1, all: flags.all, threshold: BigInt(flags.threshold), paths };
			const rows: (readonly string[])[] = [];
			try {
				await eachMessage(session, session.client.machine.diskUsage(request), (info, { node, named }) => {
					const { error, size, relativeName } = info;
					if (error !== '') return error;
					if (print !== undefined) {
						print({ node, ...plainMessage(DiskUsageInfoSchema, info) });
						return undefined;
					}
					if (rows.length === 0) rows.push(named ? ['NODE', 'SIZE', 'NAME'] : ['SIZE', 'NAME']);
					rows.push([...(named ? [node] : []), flags.humanize ? humanSize(size) : String(size), relativeName]);
					return undefined;
				});
			} finally {
				if (print === undefined) terminal.out(table(rows));
			}
		}),
});
