import { compareCore, defaults, parseVersion } from '@ichor/machinery/versions';
import { productVersion } from '../product.ts';
import type { NodeSession } from './node-session.ts';

/** Warns about nodes that are older than this program. Those that do not answer are left to the call that follows. */
export async function warnAboutOldNodes({ client, nodes, terminal, signal }: NodeSession): Promise<void> {
	const { messages } = await client.machine.version({}, { signal }).catch(() => ({ messages: [] }));
	const own = parseVersion(defaults.talosVersion);
	const older = messages.flatMap(({ metadata, version }) => {
		const tag = version?.tag ?? '';
		const theirs = tag === '' ? undefined : parseVersion(tag);
		if (theirs === undefined || own === undefined || compareCore(theirs, own) >= 0) return [];
		const node = metadata?.hostname ?? nodes[0] ?? '';
		return [`${node}: server version ${tag.replace(/^v/, '')} is older than client version ${ownText}`];
	});
	if (older.length > 0) terminal.err(`WARNING: ${older.join(', ')}`);
}

const ownText = `${defaults.talosVersion.replace(/^v/, '')}+ichor.${productVersion}`;
