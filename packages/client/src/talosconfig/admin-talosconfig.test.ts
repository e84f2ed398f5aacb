import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSecrets } from '@ichor/machinery/secrets';
import { parseContract } from '@ichor/machinery/versions';
import { adminTalosconfig } from './admin-talosconfig.ts';
import { contextInfo } from './context-info.ts';
import { encodeTalosconfig } from './talosconfig-text.ts';

const now = new Date('2026-11-21T12:00:00Z');
const secrets = await generateSecrets({ contract: parseContract('v1.6'), now });

test('a new cluster gets one context, named after it, with the rights of an administrator for a year', async () => {
	const config = await adminTalosconfig({ clusterName: 'home', secrets, now });
	assert.deepEqual(contextInfo(config, now), {
		context: 'home',
		endpoints: [],
		roles: ['os:admin'],
		certTTL: '1 year from now',
		certNotAfter: '2027-11-21',
	});
	assert.equal(
		encodeTalosconfig(config).replaceAll(/(ca|crt|key): .*/g, '$1: …'),
		'context: home\ncontexts:\n    home:\n        endpoints: []\n        ca: …\n        crt: …\n        key: …\n',
	);
});

test('roles and endpoints can be chosen, and the authority must be there', async () => {
	const config = await adminTalosconfig({
		clusterName: 'home',
		secrets,
		now,
		roles: ['os:reader'],
		endpoints: ['10.5.0.2'],
		lifetime: 3_600_000,
	});
	const { roles, endpoints, certTTL } = contextInfo(config, now);
	assert.deepEqual({ roles, endpoints, certTTL }, { roles: ['os:reader'], endpoints: ['10.5.0.2'], certTTL: '1 hour from now' });
	await assert.rejects(adminTalosconfig({ clusterName: 'home', secrets: {}, now }), { message: 'certs.os is required' });
});
