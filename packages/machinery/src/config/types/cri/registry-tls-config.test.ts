import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { registryTLSConfig } from './registry-tls-config.ts';

const judge = rulesOf(registryTLSConfig);

const block = (label: string, body = 'AAAA') => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

test('an authority is at least one certificate that can be read', () => {
	assert.deepEqual(judge({ name: 'ghcr.io' }).errors, []);
	for (const ca of ['text', block('CERTIFICATE')]) {
		assert.deepEqual(judge({ name: 'ghcr.io', ca }).errors, ['ca must be a valid PEM-encoded certificate']);
	}
});

test('a client has a certificate and a key, both PEM', () => {
	const client = (cert: string, key: string) => judge({ name: 'ghcr.io', clientIdentity: { cert, key } }).errors;
	assert.deepEqual(client(block('CERTIFICATE'), block('PRIVATE KEY')), []);
	assert.deepEqual(client('', ''), ['client identity: certificate is required']);
	assert.deepEqual(client('x', ''), ['client identity: key is required']);
	assert.deepEqual(client('x', 'y'), ['client identity: certificate: no PEM blocks found']);
	assert.deepEqual(client(block('PRIVATE KEY'), 'y'), [
		'client identity: certificate: unexpected PEM block type "PRIVATE KEY", expected one of ["CERTIFICATE"]',
	]);
	assert.deepEqual(client(block('CERTIFICATE'), 'y'), ['client identity: key: no PEM blocks found']);
});

test('a registry is named', () => {
	assert.deepEqual(judge({}).errors, ['name must be specified']);
});
