import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueKeyPair } from '@ichor/machinery/pki';
import { generateSecrets } from '@ichor/machinery/secrets';
import { expiringCertificates } from './expiring-certificates.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');

test('a certificate is told of when a tenth of its life is left, and when it has ended', async () => {
	const { certs } = await generateSecrets({ now: new Date(start) });
	assert.ok(certs?.os !== undefined);
	const life = { notBefore: new Date(start), notAfter: new Date(start + 100 * day), keyUsage: ['digitalSignature'] as const };
	const { crt } = await issueKeyPair(certs.os, { commonName: ['apid'] }, { ...life, extendedKeyUsage: ['serverAuth'] });
	const at = (days: number) => expiringCertificates(new Map([['apid', crt]]), start + days * day);
	assert.equal(at(50), undefined);
	assert.equal(at(89), undefined);
	assert.equal(at(91), 'the certificate of apid ends at 2026-04-11T00:00:00Z and was not renewed');
	assert.equal(at(101), 'the certificate of apid has ended at 2026-04-11T00:00:00Z');
});
