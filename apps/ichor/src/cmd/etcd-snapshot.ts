import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { saveSnapshot } from '../etcd/save-snapshot.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';

/** `etcd snapshot PATH`: saves the database of a member, and says what is in it. */
export const etcdSnapshot = defineCommand({
	usage: '<path>',
	args: exactly(1),
	inherits: clientFlags,
	run: async ({ flags, args: [path = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'etcd snapshot');
			const size = await saveSnapshot(path, bytesOf(session.client.machine.etcdSnapshot({})));
			terminal.out(`etcd snapshot saved to ${JSON.stringify(path)} (${size} bytes)\n`);
			const { snapshotStatus } = await import('@ichor/etcd/snapshot');
			const status = snapshotStatus(path);
			terminal.out(
				`snapshot info: hash ${status.hash.toString(16).padStart(8, '0')}, revision ${status.revision}, total keys ${status.totalKeys}, total size ${status.totalSize}\n`,
			);
		}),
});
