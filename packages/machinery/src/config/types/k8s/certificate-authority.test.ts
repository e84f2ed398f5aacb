import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { conflictsOf, rulesOf } from '../../../../test/rules.ts';
import { createAuthority } from '../../../pki/authority.ts';
import { kubeAggregatorCAConfig } from './kube-aggregator-ca-config.ts';
import { kubeAPIServerCAConfig } from './kube-api-server-ca-config.ts';
import { kubeServiceAccountConfig } from './kube-service-account-config.ts';

let pair = { cert: '', key: '' };

before(async () => {
	const validity = { notBefore: new Date(0), notAfter: new Date('2100-01-01') };
	const { crt, key } = await createAuthority({ family: 'ecdsa', subject: { organization: ['kubernetes'] }, ...validity });
	pair = { cert: crt, key };
});

const judgeAPIServerCA = rulesOf(kubeAPIServerCAConfig);
const judgeAggregatorCA = rulesOf(kubeAggregatorCAConfig);
const judgeServiceAccount = rulesOf(kubeServiceAccountConfig);

test('an authority issues with a pair that can be loaded, or accepts certificates', () => {
	assert.deepEqual(judgeAPIServerCA({ issuingCA: pair, acceptedCAs: [pair.cert] }).errors, []);
	assert.deepEqual(judgeAPIServerCA({}).errors, []);
	assert.deepEqual(judgeAggregatorCA({}).errors, ['issuing CA is not set']);
	assert.deepEqual(judgeAPIServerCA({ issuingCA: {} }).errors, ['issuing CA: certificate is required']);
	assert.deepEqual(judgeAPIServerCA({ issuingCA: { ...pair, cert: pair.key }, acceptedCAs: ['no PEM', pair.key] }).errors, [
		'issuing CA: certificate: unexpected PEM block type "EC PRIVATE KEY", expected one of ["CERTIFICATE"]',
		'accepted CA #0: no PEM blocks found',
		'accepted CA #1: unexpected PEM block type "EC PRIVATE KEY", expected one of ["CERTIFICATE"]',
	]);
	assert.deepEqual(judgeAPIServerCA({ issuingCA: { ...pair, key: pair.cert } }).errors, [
		'issuing CA: key is invalid: unsupported key type: "CERTIFICATE"',
	]);
});

test('the root document has no authority', () => {
	assert.deepEqual(conflictsOf(kubeAPIServerCAConfig)({}, { cluster: { ca: {} } }), [
		'kube-apiserver CA is already set in v1alpha1 config (.cluster.ca)',
	]);
	assert.deepEqual(conflictsOf(kubeAggregatorCAConfig)({}, { cluster: { aggregatorCA: {} } }), [
		'kube-apiserver aggregator CA is already set in v1alpha1 config (.cluster.aggregatorCA), ' +
			'please remove it and use the new KubeAggregatorCAConfig document instead',
	]);
	assert.deepEqual(conflictsOf(kubeAPIServerCAConfig)({}, { cluster: { aggregatorCA: {} } }), []);
});

test('the key of an issuing authority is redacted, even an empty one', () => {
	assert.deepEqual(kubeAPIServerCAConfig.redact?.({ issuingCA: { cert: 'c' } }, '******'), { issuingCA: { cert: 'c', key: '******' } });
	assert.deepEqual(kubeAggregatorCAConfig.redact?.({ acceptedCAs: ['c'] }, '******'), { acceptedCAs: ['c'] });
});

test('tokens are signed with a key that can be loaded', () => {
	assert.deepEqual(judgeServiceAccount({ issuer: { privateKey: pair.key, issuerURL: 'https://x:6443' } }).errors, []);
	assert.deepEqual(judgeServiceAccount({}).errors, ['service issuer private key is required', 'service issuer URL is required']);
	assert.deepEqual(judgeServiceAccount({ issuer: { privateKey: 'c2VjcmV0', issuerURL: 'https://x' } }).errors, [
		'service issuer private key is invalid: failed to parse PEM block',
	]);
	assert.deepEqual(conflictsOf(kubeServiceAccountConfig)({}, { cluster: { serviceAccount: {} } }), [
		'service account is already set in v1alpha1 config (.cluster.serviceAccount)',
	]);
});
