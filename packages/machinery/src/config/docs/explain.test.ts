import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { allPaths, explainDocuments, explainPath } from './explain.ts';
import { documentsText, explanationText } from './explanation-text.ts';

describe('paths', () => {
	test('every path leads to its own place, in any letter case', () => {
		for (const path of allPaths()) {
			const result = explainPath(path.toUpperCase());
			assert.ok('found' in result, path);
			assert.deepEqual(
				result.found.map((found) => found.path),
				[path],
			);
		}
	});

	test('positions and keys may be given', () => {
		for (const [given, path] of [
			['machine.network.interfaces[0].vip.ip', 'machine.network.interfaces[].vip.ip'],
			['machine.network.interfaces.0.vip.ip', 'machine.network.interfaces[].vip.ip'],
			['machine.network.interfaces.vip.ip', 'machine.network.interfaces[].vip.ip'],
			['machine.sysctls.net.core.somaxconn', 'machine.sysctls'],
			['machine.registries.config.registry.example.org.tls.ca', 'machine.registries.config.<key>.tls.ca'],
			['machine.registries.mirrors.docker.io', 'machine.registries.mirrors'],
			['KubeAuditPolicyConfig.configuration.rules[0].level', 'KubeAuditPolicyConfig.configuration'],
			['machine.pods[0].metadata.name', 'machine.pods'],
			['v1alpha1.cluster.etcd.ca.key', 'cluster.etcd.ca.key'],
		] as const) {
			assert.equal(onlyPath(given), path, given);
		}
	});

	test('the end of a path finds every place that it is the end of', () => {
		assert.deepEqual(pathsOf('vip.ip'), ['machine.network.interfaces[].vlans[].vip.ip', 'machine.network.interfaces[].vip.ip']);
		assert.ok(pathsOf('minSize').includes('UserVolumeConfig.provisioning.minSize'));
	});

	test('a slip of the keyboard is answered with what was meant', () => {
		for (const [given, part, near] of [
			['bondconfg', 'bondconfg', 'BondConfig'],
			['machine.netwrk.hostname', 'netwrk', 'machine.network'],
			['machine.network.hotsname', 'hotsname', 'machine.network.hostname'],
			['hostnme', 'hostnme', 'hostname'],
			['UserVolumConfig.mount', 'UserVolumConfig.mount', 'UserVolumeConfig'],
		] as const) {
			const result = explainPath(given);
			assert.ok(!('found' in result), given);
			assert.equal(result.part, part);
			assert.equal(result.near[0], near);
		}
		for (const nothing of ['', '...', 'q', '__proto__', 'constructor', 'x'.repeat(100_000)]) {
			const result = explainPath(nothing);
			assert.ok(!('found' in result) && result.near.length === 0, nothing.slice(0, 20));
		}
	});
});

describe('texts', () => {
	for (const path of [
		'BondConfig.bondMode',
		'HostnameConfig',
		'UserVolumeConfig.provisioning.minSize',
		'machine.network.interfaces[].vip.ip',
		'machine.seccompProfiles',
		'machine.token',
		'EtcFileConfig',
		'minSize',
		'machine.netwrk.hostname',
	]) {
		test(path, () => golden(`${path.replaceAll(/[^A-Za-z.]/g, '')}.txt`, explanationText(explainPath(path))));
	}

	test('the kinds of documents', () => golden('documents.txt', documentsText(explainDocuments())));

	test('every place that holds a secret', () => {
		const secret = allPaths().filter((path) => {
			const result = explainPath(path);
			return 'found' in result && result.found[0].secret;
		});
		golden('secrets.txt', `${secret.join('\n')}\n`);
	});
});

function onlyPath(path: string): string | undefined {
	const paths = pathsOf(path);
	assert.equal(paths.length, 1, path);
	return paths[0];
}

function pathsOf(path: string): readonly string[] {
	const result = explainPath(path);
	assert.ok('found' in result, path);
	return result.found.map((found) => found.path);
}

function golden(name: string, text: string): void {
	const path = join(import.meta.dirname, 'testdata', name);
	if (process.env['UPDATE_GOLDENS'] === '1') {
		mkdirSync(join(import.meta.dirname, 'testdata'), { recursive: true });
		writeFileSync(path, text);
	}
	assert.equal(text, readFileSync(path, 'utf8'));
}
