import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { externalManifests, inlineManifests, staticPods } from './manifests.ts';

test('pods of the root document are called by their metadata', () => {
	const pods = [{ metadata: { name: 'nginx', namespace: 'ci' } }, { metadata: { name: 1 } }, { metadata: 'x' }, {}];
	const config = configOf({ v1alpha1: { machine: { pods } }, KubeStaticPodConfig: { name: 'first', pod: { kind: 'Pod' } } });
	assert.deepEqual(
		staticPods(config).map(({ name }) => name),
		['first', 'ci-nginx', 'default-default', 'default-default', 'default-default'],
	);
});

test('manifests of documents come first, those of the network last', () => {
	const cluster = {
		inlineManifests: [{ name: 'old', contents: 'a' }],
		extraManifests: ['https://old'],
		extraManifestHeaders: { token: 'x' },
		network: { cni: { name: 'custom', urls: ['https://cni'] } },
	};
	const config = configOf({
		v1alpha1: { cluster },
		KubeInlineManifestConfig: { name: 'new', manifest: 'b' },
		KubeExternalManifestConfig: { name: 'new', url: 'https://new' },
	});
	assert.deepEqual(inlineManifests(config), [
		{ name: 'new', contents: 'b' },
		{ name: 'old', contents: 'a' },
	]);
	const headers = new Map([['token', 'x']]);
	assert.deepEqual(externalManifests(config), [
		{ name: 'new', url: 'https://new', headers: new Map() },
		{ name: 'https://old', url: 'https://old', headers },
		{ name: 'https://cni', url: 'https://cni', headers },
	]);
});
