import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContainer } from './container.ts';
import type { ConfigDocument } from './document.ts';
import { ConfigError } from './errors.ts';

function documents(...ids: string[]): ConfigDocument[] {
	return ids.map((id) => {
		const [kind = '', name, peer] = id.split('/');
		return {
			apiVersion: 'v1alpha1',
			kind,
			...(name === undefined ? {} : { name }),
			value: peer === undefined ? {} : { peer: { name: peer } },
		};
	});
}

function conflict(...ids: string[]): string {
	try {
		checkContainer(documents(...ids));
	} catch (error) {
		assert.ok(error instanceof ConfigError && error.code === 'conflict');
		return error.message;
	}
	return '';
}

test('documents that cannot stand together', () => {
	assert.equal(conflict('v1alpha1', 'v1alpha1'), 'duplicate v1alpha1.Config');
	assert.equal(conflict('OOMConfig', 'OOMConfig'), 'duplicate document: OOMConfig/');
	assert.equal(conflict('LinkConfig/a', 'DummyLinkConfig/a'), 'conflicting documents: LinkConfig/a and DummyLinkConfig/a');
	assert.equal(
		conflict('UserVolumeConfig/a', 'ExistingVolumeConfig/a'),
		'conflicting documents: UserVolumeConfig/a and ExistingVolumeConfig/a',
	);
	assert.equal(conflict('Layer2VIPConfig/a', 'HCloudVIPConfig/a'), 'conflicting documents: Layer2VIPConfig/a and HCloudVIPConfig/a');
	assert.equal(
		conflict('VethConfig/a/b', 'LinkConfig/b'),
		'conflicting link configurations: VethConfig/a/b and LinkConfig/b both configure "b"'.replace('a/b', 'a'),
	);
});

test('documents that can', () => {
	assert.equal(conflict('v1alpha1', 'LinkConfig/a', 'LinkConfig/b', 'VethConfig/c/d', 'UserVolumeConfig/a', 'VolumeConfig/a'), '');
	assert.deepEqual(
		checkContainer(documents('OOMConfig', 'v1alpha1', 'LinkConfig/a')).documents.map(({ kind }) => kind),
		['v1alpha1', 'OOMConfig', 'LinkConfig'],
	);
});
