import { ConfigError } from '../config/errors.ts';
import { quote } from '../config/quote.ts';

/** A semantic version. Build metadata is carried, never compared. */
export interface Version {
	readonly major: number;
	readonly minor: number;
	readonly patch: number;
	/** `rc.1`, empty for a release. */
	readonly prerelease: string;
	readonly build: string;
}

/**
 * Reads a version tolerantly, as upstream does: spaces around it, a leading `v`, and missing parts are allowed.
 *
 * Throws ConfigError (`input`).
 */
export function parseVersion(text: string): Version {
	const [, major, minor, patch, prerelease, build] =
		/^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\w.-]+))?(?:\+([\w.-]+))?$/.exec(text.trim()) ?? [];
	if (major === undefined) throw new ConfigError('input', `not a version: ${quote(text)}`);
	return { major: Number(major), minor: Number(minor ?? 0), patch: Number(patch ?? 0), prerelease: prerelease ?? '', build: build ?? '' };
}

/** `1.14.0-rc.1`, without a leading `v`. */
export function formatVersion({ major, minor, patch, prerelease, build }: Version): string {
	return `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${build && `+${build}`}`;
}

/** Compares major, minor and patch, as every rule about compatibility does: a release candidate counts as its release. */
export function compareCore(a: Version, b: Version): number {
	return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
