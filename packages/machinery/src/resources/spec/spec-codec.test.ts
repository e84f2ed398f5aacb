import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigSpecSchema } from '@ichor/api/resource/definitions/cluster';
import { ImageCacheConfigSpecSchema } from '@ichor/api/resource/definitions/cri';
import { NodeIPConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { PeerStatusSpecSchema } from '@ichor/api/resource/definitions/kubespan';
import { WatchdogTimerConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { APICertsSpecSchema, KubeletSpecSchema } from '@ichor/api/resource/definitions/secrets';
import {
	addressPort,
	choice,
	duration,
	flag,
	list,
	moment,
	named,
	nullable,
	numbers,
	optional,
	pemPairField,
	specCodec,
	text,
	url,
	whole,
} from './index.ts';

test('keys find their fields whatever the capitals, and are printed in their order', () => {
	const codec = specCodec(ConfigSpecSchema, { serviceClusterID: text, discoveryEnabled: flag, serviceEncryptionKey: numbers });
	const spec = { serviceEncryptionKey: [1, 255], discoveryEnabled: true, serviceClusterID: 'c' };
	assert.deepEqual(codec.decode(codec.encode(spec)), spec);
	assert.equal(JSON.stringify(codec.view(spec)), '{"serviceClusterID":"c","discoveryEnabled":true,"serviceEncryptionKey":[1,255]}');
});

test('an optional key is left out where there is nothing to say', () => {
	const codec = specCodec(NodeIPConfigSpecSchema, { validSubnets: optional(list(text)), excludeSubnets: list(text) });
	assert.deepEqual(codec.decode(new Uint8Array()), { excludeSubnets: [] });
	assert.deepEqual(codec.decode(codec.encode({ validSubnets: ['a'], excludeSubnets: [] })), { validSubnets: ['a'], excludeSubnets: [] });
	assert.deepEqual(codec.view({ excludeSubnets: [] }), { excludeSubnets: [] });
});

test('what may be missing is null', () => {
	const codec = specCodec(APICertsSpecSchema, { client: nullable(pemPairField), server: pemPairField });
	const pair = { crt: btoa('crt'), key: btoa('key') };
	assert.deepEqual(codec.decode(codec.encode({ client: null, server: pair })), { client: null, server: pair });
	assert.deepEqual(codec.decode(codec.encode({ client: pair, server: pair })), { client: pair, server: pair });
	assert.deepEqual(codec.decode(new Uint8Array()), { client: null, server: { crt: '', key: '' } });
});

test('times, spans and addresses are Go’s texts', () => {
	const peer = specCodec(PeerStatusSpecSchema, { endpoint: addressPort, receiveBytes: whole, lastHandshakeTime: moment });
	for (const spec of [
		{ endpoint: '10.5.0.2:51820', receiveBytes: 5_000_000_000, lastHandshakeTime: '2026-11-21T08:39:40.000000001Z' },
		{ endpoint: '[fd00::1]:51820', receiveBytes: 0, lastHandshakeTime: '1969-12-31T23:59:59.5Z' },
		{ endpoint: '', receiveBytes: 0, lastHandshakeTime: '0001-01-01T00:00:00Z' },
	]) {
		assert.deepEqual(peer.decode(peer.encode(spec)), spec);
	}
	const timer = specCodec(WatchdogTimerConfigSpecSchema, { device: text, timeout: duration });
	for (const timeout of ['1m0s', '1.5s', '0s']) assert.equal(timer.decode(timer.encode({ device: '', timeout })).timeout, timeout);
});

test('people see a URL in its parts', () => {
	const codec = specCodec(KubeletSpecSchema, { endpoint: url });
	const endpoint = 'https://10.5.0.2:443/a%20b?c=d#e';
	assert.deepEqual(codec.decode(codec.encode({ endpoint })), { endpoint });
	const parts = (codec.view({ endpoint }) as { endpoint: Record<string, unknown> }).endpoint;
	assert.deepEqual([parts.scheme, parts.host, parts.path, parts.rawquery, parts.fragment], ['https', '10.5.0.2:443', '/a b', 'c=d', 'e']);
	assert.deepEqual(codec.view({ endpoint: '' }), { endpoint: null });
});

test('a word has its number, and a number without a word is the first', () => {
	const codec = specCodec(ImageCacheConfigSpecSchema, { status: choice({ unknown: 0, disabled: 1 }) });
	assert.deepEqual(codec.decode(codec.encode({ status: 'disabled' })), { status: 'disabled' });
	const all = specCodec(ImageCacheConfigSpecSchema, { status: choice({ unknown: 0, disabled: 1, preparing: 2 }) });
	assert.deepEqual(codec.decode(all.encode({ status: 'preparing' })), { status: 'unknown' });
});

test('a field that does not fit its message is refused where it is declared', () => {
	const refused = { name: 'DefinitionError', code: 'bad-type' };
	assert.throws(() => specCodec(ConfigSpecSchema, { discoveryEnabled: text }), refused);
	assert.throws(() => specCodec(ConfigSpecSchema, { noSuchField: text }), refused);
	assert.throws(() => specCodec(ConfigSpecSchema, { serviceEndpoint: list(text) }), refused);
	assert.throws(() => specCodec(ConfigSpecSchema, { a: named('nothing', text) }), refused);
	assert.throws(() => specCodec(ImageCacheConfigSpecSchema, { status: choice({ unknown: 99 }) }), refused);
});
