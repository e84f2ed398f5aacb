import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kubernetesRefusal, kubernetesVersionOfImage, upgradePath, upgradeRefusal } from './compatibility.ts';
import { defaultKubernetesVersion, emptySchematic, factoryInstallerImage, installerImage, talosVersion } from './defaults.ts';
import { talosRelease, talosReleases } from './release.ts';
import { formatVersion, parseVersion } from './version.ts';

const kubernetes = (version: string, talos: string) => kubernetesRefusal(parseVersion(version), parseVersion(talos));
const upgrade = (host: string, target: string) => upgradeRefusal(parseVersion(host), parseVersion(target));

test('Kubernetes is accepted inside of the range of a Talos release, release candidates included', () => {
	assert.equal(kubernetes('1.31.0', '1.13.9'), undefined);
	assert.equal(kubernetes('v1.36.3', 'v1.13.0-beta.0'), undefined);
	assert.equal(kubernetes('1.37.0-rc.0', '1.14.0'), undefined);
	assert.equal(kubernetes('1.37.0-alpha.0', '1.13.0'), 'version of Kubernetes 1.37.0-alpha.0 is too new to be used with Talos 1.13.0');
	assert.equal(kubernetes('1.30.9', '1.13.0'), 'version of Kubernetes 1.30.9 is too old to be used with Talos 1.13.0');
	assert.equal(kubernetes('1.30.9', '1.99.0'), 'compatibility with version 1.99.0 is not supported');
});

test('hosts are upgraded and downgraded inside of the range of the target', () => {
	assert.equal(upgrade('1.11.0', '1.13.9'), undefined);
	assert.equal(upgrade('1.14.5', '1.13.9'), undefined);
	assert.equal(upgrade('1.10.9', '1.13.9'), 'host version 1.10.9 is too old to upgrade to Talos 1.13.9');
	assert.equal(upgrade('1.15.0-alpha.0', '1.13.9'), 'host version 1.15.0-alpha.0 is too new to downgrade to Talos 1.13.9');
	assert.equal(upgrade('1.13.0', '1.1.0'), 'upgrades to version 1.1.0 are not supported');
});

test('every step of a path is one that the installer takes, with Kubernetes that both ends run', () => {
	for (const from of talosReleases) {
		for (const minor of upgradePath(from.minor, 14)) {
			const to = talosRelease(minor);
			const before = talosRelease(minor - 1);
			assert.ok(to && before);
			assert.equal(upgrade(`1.${before.minor}.0`, `1.${to.minor}.0`), undefined);
			assert.ok(before.kubernetes.newest >= to.kubernetes.oldest);
		}
	}
	assert.deepEqual(upgradePath(11, 14), [12, 13, 14]);
	assert.deepEqual(upgradePath(13, 13), []);
});

test('the defaults are those of the release that they name', () => {
	const release = talosRelease(13)?.newest;
	assert.equal(`v${release?.talos}`, talosVersion);
	assert.equal(release?.kubernetes, defaultKubernetesVersion);
	assert.equal(release?.installer, installerImage);
	assert.equal(talosRelease(14)?.newest?.installer, factoryInstallerImage);
	assert.equal(emptySchematic.length, 64);
	for (const { newest } of talosReleases) {
		if (newest) assert.equal(kubernetes(newest.kubernetes, newest.talos), undefined, newest.talos);
	}
});

test('the version of Kubernetes is found in an image reference', () => {
	assert.equal(formatVersion(kubernetesVersionOfImage('registry:5000/kube-apiserver:v1.36.3@sha256:abc')), '1.36.3');
	assert.throws(() => kubernetesVersionOfImage('kube-apiserver:latest'), { message: 'invalid image reference: "kube-apiserver:latest"' });
	assert.throws(() => kubernetesVersionOfImage('kube-apiserver:vnext'), { message: 'not a version: "next"' });
});
