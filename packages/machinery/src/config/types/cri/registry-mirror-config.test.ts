import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { registryMirrorConfig } from './registry-mirror-config.ts';

const judge = rulesOf(registryMirrorConfig);

test('a mirror is reached over HTTP', () => {
	assert.deepEqual(judge({ name: 'docker.io', endpoints: [{ url: 'https://mirror' }, { url: 'http://mirror/v2' }] }).errors, []);
	assert.deepEqual(judge({ endpoints: [{}, { url: 'ftp://mirror' }, { url: 'mirror' }] }).errors, [
		'name must be specified',
		'endpoints[0].url must be specified',
		'endpoints[1].url has unsupported scheme: "ftp"',
		'endpoints[2].url has unsupported scheme: ""',
	]);
});
