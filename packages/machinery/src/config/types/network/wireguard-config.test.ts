import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { wireguardConfig } from './wireguard-config.ts';

const judge = rulesOf(wireguardConfig);

const key = 'OJ34O6J1z4ZZB+t16c+vYrzIrKddxyU3Z2eLhwYzqE8=';
const link = { name: 'wg0', privateKey: key };

test('a tunnel has a private key', () => {
	assert.deepEqual(judge({ ...link, listenPort: 51820 }).errors, []);
	assert.deepEqual(judge({}).errors, ['name must be specified', 'wireguard private key must be specified']);
	assert.deepEqual(judge({ ...link, listenPort: 65536 }).errors, ['wireguard listen port must be between 0 and 65535']);
});

test('what is wrong with a key is said without the key', () => {
	assert.deepEqual(judge({ ...link, privateKey: 'secret-key' }).errors, [
		'wireguard private key is invalid: illegal base64 data at input byte 6',
	]);
	assert.deepEqual(judge({ ...link, privateKey: 'c2VjcmV0' }).errors, ['wireguard private key is invalid: invalid wireguard key length']);
});

test('the keys and timers of peers are looked at', () => {
	const peers = [{ publicKey: key, presharedKey: key }, {}, { publicKey: 'x', presharedKey: 'x', persistentKeepaliveInterval: '-1s' }];
	assert.deepEqual(judge({ ...link, peers }).errors, [
		'wireguard peer public key must be specified (peer index 1)',
		'wireguard peer public key is invalid (peer index 2): illegal base64 data at input byte 0',
		'wireguard peer preshared key is invalid (peer index 2): illegal base64 data at input byte 0',
		'wireguard peer persistent keepalive interval cannot be negative (peer index 2)',
	]);
});
