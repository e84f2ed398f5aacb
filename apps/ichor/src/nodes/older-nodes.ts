import { defaults } from '@ichor/machinery/versions';
import { printable } from '../output/printable.ts';
import type { NodeSession } from './node-session.ts';

/** Warns of nodes whose version is older than that of this program's commands. Nodes that do not answer are others' to tell of. */
export async function warnOlderNodes({ client, terminal }: NodeSession): Promise<void> {
	const answer = await client.machine.version({}).catch(() => undefined);
	const own = defaults.talosVersion.replace(/^v/, '');
	const older = (answer?.messages ?? []).flatMap(({ metadata, version }) => {
		const [, tag = ''] = /^v?(\d+\.\d+\.\d+(?:-[\w.]+)?)/.exec(version?.tag ?? '') ?? [];
		return tag !== '' && isOlder(tag, own)
			? [`${metadata?.hostname ?? ''}: server version ${printable(tag)} is older than client version ${own}`]
			: [];
	});
	if (older.length > 0) terminal.err(`WARNING: ${older.join(', ')}`);
}

/** By semver: numbers, then a version with a pre-release before the one without. */
function isOlder(version: string, than: string): boolean {
	const [numbers, preRelease] = splitVersion(version);
	const [others, otherPreRelease] = splitVersion(than);
	const order = numbers.localeCompare(others, 'en', { numeric: true });
	if (order !== 0 || preRelease === otherPreRelease) return order < 0;
	if (preRelease === '' || otherPreRelease === '') return preRelease !== '';
	return preRelease.localeCompare(otherPreRelease, 'en', { numeric: true }) < 0;
}

function splitVersion(version: string): readonly [numbers: string, preRelease: string] {
	const at = version.indexOf('-');
	return at < 0 ? [version, ''] : [version.slice(0, at), version.slice(at + 1)];
}
