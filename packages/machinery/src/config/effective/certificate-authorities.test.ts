import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { aggregatorAuthority, apiServerAuthority } from './certificate-authorities.ts';

test('a worker accepts an authority, and issues nothing', () => {
	const crt = btoa('certificate');
	assert.deepEqual(apiServerAuthority(configOf({ v1alpha1: { cluster: { ca: { crt } } } })), {
		issuing: undefined,
		accepted: ['certificate'],
	});
	assert.deepEqual(apiServerAuthority(configOf({ v1alpha1: { cluster: { acceptedCAs: [{ crt }, null] } } })), {
		issuing: undefined,
		accepted: ['certificate'],
	});
	assert.equal(apiServerAuthority(configOf({ v1alpha1: { cluster: {} } })), undefined);
});

test('what issues is accepted first', () => {
	const ca = { crt: btoa('certificate'), key: btoa('key') };
	const issuing = { certificate: 'certificate', key: 'key' };
	assert.deepEqual(aggregatorAuthority(configOf({ v1alpha1: { cluster: { aggregatorCA: ca } } })), { issuing, accepted: ['certificate'] });
	const document = { issuingCA: { cert: 'certificate', key: 'key' }, acceptedCAs: ['old'] };
	assert.deepEqual(apiServerAuthority(configOf({ v1alpha1: { cluster: { ca } }, KubeAPIServerCAConfig: document })), {
		issuing,
		accepted: ['certificate', 'old'],
	});
});
