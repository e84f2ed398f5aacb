import type { Version as NodeVersion } from '@ichor/api/machine';
import { versionTag } from '@ichor/machinery/versions';
import { printable } from '../output/printable.ts';
import { productCommit } from '../product.ts';

/** Both, as a support bundle has them. */
export function versionSummary(servers: readonly NodeVersion[]): string {
	return `Client:\n${clientVersion()}Server:\n${servers.map((server) => serverVersion(server)).join('')}`;
}

/** What a node says of itself, a line for each fact. Its name stands first when it is given. */
export function serverVersion({ version, features }: NodeVersion, node?: string): string {
	const rows = {
		...(node === undefined ? {} : { NODE: node }),
		Tag: version?.tag,
		SHA: version?.sha,
		Built: version?.built,
		'Go version': version?.goVersion,
		'OS/Arch': `${version?.os}/${version?.arch}`,
		...(node === undefined ? {} : { Enabled: features?.rbac === true ? 'RBAC' : '' }),
	};
	return labelled(rows);
}

/** The same of this program. */
export function clientVersion(): string {
	return labelled({
		Tag: versionTag,
		SHA: productCommit,
		Built: '',
		'Go version': `none (Node ${process.version})`,
		'OS/Arch': `${process.platform}/${goArchitectures[process.arch] ?? process.arch}`,
	});
}

function labelled(values: Readonly<Record<string, string | undefined>>): string {
	return Object.entries(values)
		.map(([label, value = '']) => `\t${`${label}:`.padEnd(12)} ${printable(value)}\n`)
		.join('');
}

/** Where Go names an architecture otherwise than Node. */
const goArchitectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
