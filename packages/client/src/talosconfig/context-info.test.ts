import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateClientCertificate, generateSecrets } from '@ichor/machinery/secrets';
import { parseContract } from '@ichor/machinery/versions';
import { ClientError } from '../errors.ts';
import { contextInfo } from './context-info.ts';
import { singleContext } from './talosconfig.ts';

const now = new Date('2026-11-21T12:00:00Z');

test('a certificate tells the roles and how long it lasts', async () => {
	const secrets = await generateSecrets({ contract: parseContract('v1.6'), now });
	const { crt } = await generateClientCertificate(secrets, { roles: ['os:reader', 'os:admin'], now });
	const config = singleContext('a', { endpoints: ['10.5.0.2'], crt: btoa(crt) });
	assert.deepEqual(contextInfo(config, new Date('2026-12-21T12:00:00Z')), {
		context: 'a',
		endpoints: ['10.5.0.2'],
		roles: ['os:admin', 'os:reader'],
		certTTL: '11 months from now',
		certNotAfter: '2027-11-21',
	});
});

test('without a certificate there are no roles', () => {
	assert.deepEqual(contextInfo(singleContext('a', { endpoints: [], nodes: ['n'] }), now), {
		context: 'a',
		nodes: ['n'],
		endpoints: [],
		roles: [],
		certTTL: '',
		certNotAfter: '',
	});
});

test('a certificate that is none is refused', () => {
	for (const crt of ['%', 'YWJj']) assert.throws(() => contextInfo(singleContext('a', { endpoints: [], crt }), now), ClientError);
});
