import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClientError } from '../errors.ts';
import { talosconfigPaths } from './location.ts';

const serviceAccount = { path: '/var/run/secrets/talos.dev/config', writable: false };

test('the named file comes first, then the Talos folder, then the service account', () => {
	assert.deepEqual(talosconfigPaths({ HOME: '/home/u' }), [{ path: '/home/u/.talos/config', writable: true }, serviceAccount]);
	assert.deepEqual(talosconfigPaths({ HOME: '/home/u', TALOSCONFIG: 'here', TALOS_HOME: '/t' }), [
		{ path: 'here', writable: true },
		{ path: '/t/config', writable: true },
		serviceAccount,
	]);
});

test('a relative Talos folder and an empty name do not count', () => {
	assert.deepEqual(talosconfigPaths({ HOME: '/home/u', TALOSCONFIG: '', TALOS_HOME: 't' })[0], {
		path: '/home/u/.talos/config',
		writable: true,
	});
});

test('without a home there is nowhere to look', () => {
	assert.throws(() => talosconfigPaths({ TALOSCONFIG: 'here' }), ClientError);
});
