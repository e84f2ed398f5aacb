import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from '../../../../test/rules.ts';
import { imageVerificationConfig } from './image-verification-config.ts';

const judge = rulesOf(imageVerificationConfig);

const keyless = { issuer: 'https://issuer.test', subject: 'me' };

test('a rule decides or verifies', () => {
	const rules = [
		{ image: 'a/*', keyless },
		{ image: 'b/*', publicKey: { certificate: 'PEM' } },
		{ image: 'c/*', skip: true },
		{ image: '*', deny: true },
	];
	assert.deepEqual(judge({ rules }), { errors: [], warnings: [] });
});

test('a rule does one thing', () => {
	const rules = [{ image: 'a/*' }, { image: 'a/*', skip: true, deny: true, keyless, publicKey: { certificate: 'PEM' } }, {}];
	assert.deepEqual(judge({ rules }).errors, [
		'rule 0: at least one verifier must be configured',
		'rule 1: skip and deny cannot both be true',
		'rule 1: verifiers cannot be configured if skip or deny is true',
		'rule 1: only one of keyless or publicKey verifier can be configured',
		'rule 2: imagePattern must be specified',
		'rule 2: at least one verifier must be configured',
	]);
});

test('a verifier says whom it believes', () => {
	assert.deepEqual(
		judge({
			rules: [
				{ image: 'a/*', keyless: {} },
				{ image: 'b/*', publicKey: {} },
			],
		}).errors,
		[
			'rule 0: verifier OIDC issuer must be specified',
			'rule 0: verifier subject or subjectRegex must be specified',
			'rule 1: verifier certificates must be specified',
		],
	);
});

test('patterns that cannot match what they seem to are worth a warning', () => {
	const warnings = (image: string) => judge({ rules: [{ image, skip: true }] }).warnings;
	assert.match(warnings('a/b@sha256:0')[0] ?? '', /contains '@'/);
	assert.match(warnings('a/b:v1')[0] ?? '', /contains ':'/);
	assert.deepEqual(warnings('localhost:5000/a'), []);
	assert.match(warnings('nginx')[0] ?? '', /does not contain a '\/'/);
});
