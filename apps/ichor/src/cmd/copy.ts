import { mkdirSync, statSync } from 'node:fs';
import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `copy`: files of a node into a folder, or as an archive to standard output. */
export const copy = defineCommand({
	usage: '<src-path> -|<local-path>',
	long: `Copy a file or a folder from a node, with all that is in it.

It is unpacked into the folder <local-path>, which is made when it is not there. With '-' the archive (.tar.gz) is printed
as it comes; only it keeps owners.`,
	args: exactly(2),
	completion: [{ kind: 'known', what: 'files' }, { kind: 'files' }],
	inherits: clientFlags,
	run: async ({ flags, args: [rootPath = '', target = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'copy');
			const { bytesOf } = await import('../nodes/streams.ts');
			const archive = bytesOf(session.client.machine.copy({ rootPath }));
			if (target === '-') for await (const bytes of archive) terminal.out(bytes);
			else {
				makeFolder(target);
				const { unpackArchive } = await import('../nodes/unpack-archive.ts');
				await unpackArchive(archive, target);
			}
		}),
});

function makeFolder(path: string): void {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found !== undefined && !found.isDirectory()) throw new Error(`local path ${JSON.stringify(path)} should be a directory`);
	// the user's umask decides, as for mkdir
	mkdirSync(path, { recursive: true });
}
