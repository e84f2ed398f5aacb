import { ConfigError } from '../config/errors.ts';
import { quote } from '../config/quote.ts';
import { type TalosRelease, talosRelease } from './release.ts';
import { compareCore, formatVersion, parseVersion, type Version } from './version.ts';

/*
 * Who goes with whom. Each question answers with the refusal, in upstream's words, or undefined when nothing speaks against
 * it. A Talos version that the table does not have is a refusal too: the caller decides whether "not known" means no.
 */

/** Why this version of Kubernetes cannot run on that version of Talos. */
export function kubernetesRefusal(kubernetes: Version, talos: Version): string | undefined {
	const release = releaseOf(talos);
	if (!release) return `compatibility with version ${formatVersion(talos)} is not supported`;
	const { oldest, newest } = release.kubernetes;
	const says = (age: string) =>
		`version of Kubernetes ${formatVersion(kubernetes)} is too ${age} to be used with Talos ${formatVersion(talos)}`;
	if (compareCore(kubernetes, first(oldest)) < 0) return says('old');
	return compareCore(kubernetes, { ...first(newest), patch: endOfMinor }) >= 0 ? says('new') : undefined;
}

/** Why a host of one version of Talos cannot be upgraded, or downgraded, to the other. */
export function upgradeRefusal(host: Version, target: Version): string | undefined {
	const release = releaseOf(target);
	if (!release) return `upgrades to version ${formatVersion(target)} are not supported`;
	if (compareCore(host, first(release.upgradesFrom)) < 0)
		return `host version ${formatVersion(host)} is too old to upgrade to Talos ${formatVersion(target)}`;
	if (compareCore(host, first(release.downgradesBelow)) < 0) return undefined;
	return `host version ${formatVersion(host)} is too new to downgrade to Talos ${formatVersion(target)}`;
}

/**
 * The minors to pass through, in order, from one minor of Talos 1.x to a later one: one at a time, which is what the
 * documentation asks for although the installer would take two. From each, take its latest patch first.
 */
export function upgradePath(from: number, to: number): readonly number[] {
	return Array.from({ length: Math.max(to - from, 0) }, (_, step) => from + step + 1);
}

/**
 * The version of Kubernetes in an image reference: `registry.k8s.io/kube-apiserver:v1.36.3@sha256:…`.
 *
 * Throws ConfigError (`input`).
 */
export function kubernetesVersionOfImage(reference: string): Version {
	const at = reference.lastIndexOf(':v');
	if (at < 0) throw new ConfigError('input', `invalid image reference: ${quote(reference)}`);
	const [tag = ''] = reference.slice(at + ':v'.length).split('@');
	return parseVersion(tag);
}

/** Upstream closes a range of minors with a patch that no release reaches. */
const endOfMinor = 99;

function first(minor: number): Version {
	return { major: 1, minor, patch: 0, prerelease: '', build: '' };
}

function releaseOf(talos: Version): TalosRelease | undefined {
	return talos.major === 1 ? talosRelease(talos.minor) : undefined;
}
