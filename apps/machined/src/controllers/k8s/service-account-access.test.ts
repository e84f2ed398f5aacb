import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextInfo, decodeTalosconfig } from '@ichor/client';
import { createAuthority } from '@ichor/machinery/pki';
import { dataOf, isCurrent, newSecret, refusalOf, type TalosSecret, type TalosServiceAccount } from './service-account-access.ts';

const now = new Date('2026-11-21T12:00:00Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const authority = async () =>
	await createAuthority({ family: 'ed25519', subject: { organization: ['talos'] }, notBefore: now, notAfter: later(24) });
const allowed = { allowedAPIRoles: ['os:reader', 'os:etcd:backup'], allowedKubernetesNamespaces: ['automation'] };

function account(roles?: readonly string[], namespace = 'automation'): TalosServiceAccount {
	return {
		apiVersion: 'talos.dev/v1alpha1',
		kind: 'ServiceAccount',
		metadata: { name: 'backup', namespace, uid: 'u-1' },
		...(roles === undefined ? {} : { spec: { roles } }),
	};
}

test('an account gets what is allowed, and is told why it does not get the rest', () => {
	const reason = (asked: TalosServiceAccount, secret?: TalosSecret) => refusalOf(asked, secret, allowed)?.message;
	assert.equal(reason(account(['os:reader'])), undefined);
	assert.equal(reason(account()), 'Roles not found');
	assert.equal(reason(account(['os:reader'], 'default')), 'Namespace is not allowed: default');
	assert.equal(reason(account(['os:admin', 'os:reader', 'os:operator'])), 'Roles not allowed: [os:admin os:operator]');
	// a role is allowed as it is written, not as it is read
	assert.equal(reason(account([' os:reader'])), 'Roles not allowed: [ os:reader]');
	const foreign = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'backup', namespace: 'automation' } };
	assert.equal(reason(account(['os:reader']), foreign), 'Secret already exists and is not managed by controller: automation/backup');
});

test('its secret is a talosconfig for the service, with these roles, for six hours', async () => {
	const asked = account(['os:reader', 'os:etcd:backup']);
	const secret = (await newSecret(asked, await authority(), now)) as TalosSecret;
	assert.equal(refusalOf(asked, secret, allowed), undefined, 'it is the account’s own');
	const { roles, endpoints, certTTL } = contextInfo(decodeTalosconfig(atob(secret.data?.['config'] ?? '')), now);
	assert.deepEqual([roles, endpoints, certTTL], [['os:etcd:backup', 'os:reader'], ['talos.default'], '6 hours from now']);
});

test('a secret is replaced when its time, its roles, its authority or its text are not what they must be', async () => {
	const ours = await authority();
	const asked = account(['os:reader']);
	const secret: TalosSecret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'backup' }, data: await dataOf(asked, ours, now) };
	assert.equal(isCurrent(asked, secret, ours, now), true);
	assert.equal(isCurrent(asked, secret, ours, later(4.9)), true);
	assert.equal(isCurrent(asked, secret, ours, later(5.1)), false);
	assert.equal(isCurrent(asked, secret, ours, later(-1)), false, 'longer than we would give it');
	assert.equal(isCurrent(account(['os:etcd:backup']), secret, ours, now), false);
	assert.equal(isCurrent(asked, secret, await authority(), now), false);
	assert.equal(isCurrent(asked, { ...secret, data: { config: btoa('context: none\n') } }, ours, now), false);
	assert.equal(isCurrent(asked, { ...secret, data: {} }, ours, now), false);
});
