import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { failureText } from '../nodes/failure-text.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `bootstrap`: starts the etcd cluster on its first node, new or from a snapshot. */
export const bootstrap = defineCommand({
	long: 'The control planes of a new cluster wait for an etcd cluster that they can join. This command has one of them begin it; the\nothers then join by themselves. With --recover-from it begins with what a snapshot holds.',
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		recoverFrom: text('recover-from', 'the file of a snapshot to begin with'),
		skipHashCheck: toggle('recover-skip-hash-check', 'the snapshot is a copy of a data directory, which has no checksum'),
	},
	async run({ flags, terminal }) {
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'bootstrap');
			const { machine } = session.client;
			if (flags.recoverFrom !== '') {
				const { snapshotStatus } = await import('@ichor/etcd/snapshot');
				const { hash, revision, totalKeys, totalSize } = snapshotStatus(flags.recoverFrom);
				terminal.out(
					`recovering from snapshot ${JSON.stringify(flags.recoverFrom)}: hash ${hash.toString(16).padStart(8, '0')}, revision ${revision}, total keys ${totalKeys}, total size ${totalSize}\n`,
				);
				await allAnswersOf(session, 'error uploading snapshot', machine.etcdRecover(await chunksOf(flags.recoverFrom)));
			}
			const request = { recoverEtcd: flags.recoverFrom !== '', recoverSkipHashCheck: flags.skipHashCheck };
			await allAnswersOf(session, 'error executing bootstrap', machine.bootstrap(request));
		});
	},
});

/** @throws Error as Go's when the file cannot be opened */
async function chunksOf(path: string): Promise<AsyncGenerator<{ readonly bytes: Uint8Array }>> {
	const { open } = await import('node:fs/promises');
	const file = await open(path).catch((error: unknown): never => {
		throw new Error(`error opening snapshot file: ${failureText(error)}`, { cause: error });
	});
	return (async function* () {
		for await (const bytes of file.createReadStream({ highWaterMark: chunkSize })) yield { bytes: bytes as Buffer };
	})();
}

/** Bytes of a message: what upstream's client sends (pkg/machinery/client/client.go, EtcdRecover). */
const chunkSize = 4096;
