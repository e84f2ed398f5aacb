import { compareCore, formatVersion, parseVersion, talosReleases, type Version } from '@ichor/machinery/versions';
import { ClusterError } from '../errors.ts';

/** From one version of Kubernetes to another. */
export interface UpgradePath {
	/** Without a v. */
	readonly from: string;
	readonly to: string;
	/** `1.35->1.36`. */
	readonly step: string;
	/** Whether the minor version changes. */
	readonly isMinor: boolean;
}

/**
 * Reads the two ends of an upgrade.
 *
 * @throws ClusterError `invalid` for what is no version, and for a step that Kubernetes does not allow: only to the same minor or the next one
 */
export function upgradePathOf(from: string, to: string): UpgradePath {
	const start = readVersion(from, 'from');
	const end = readVersion(to, 'to');
	const step = `${start.major}.${start.minor}->${end.major}.${end.minor}`;
	const path = { from: from.replace(/^v/, ''), to: to.replace(/^v/, ''), step, isMinor: start.minor !== end.minor };
	const isNext = end.minor === start.minor || end.minor === start.minor + 1;
	if (start.major === 1 && end.major === 1 && isNext && start.minor >= oldestMinor && end.minor <= newestMinor) return path;
	throw new ClusterError('invalid', `unsupported upgrade path ${step} (from ${JSON.stringify(path.from)} to ${JSON.stringify(path.to)})`);
}

/** The lowest of several versions, without a v; undefined for none. */
export function lowestVersion(texts: readonly string[]): string | undefined {
	const versions = texts.map(parseVersion).toSorted((a, b) => compareCore(a, b));
	return versions[0] === undefined ? undefined : formatVersion(versions[0]);
}

/** The minors of Kubernetes 1.x that any release of Talos up to that of our commands has had. */
const oldestMinor = 19;
const newestMinor = Math.max(...talosReleases.filter(({ minor }) => minor <= 13).map(({ kubernetes }) => kubernetes.newest));

function readVersion(text: string, end: 'from' | 'to'): Version {
	try {
		return parseVersion(text);
	} catch (cause) {
		throw new ClusterError('invalid', `error creating upgrade path: error parsing ${end} version: ${JSON.stringify(text)} is no version`, {
			cause,
		});
	}
}
