import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ConfigError } from '../config/errors.ts';
import { contractName, currentContract, isLater, parseContract, type TalosContract } from './contract.ts';
import { contractFeatures, hasFeature } from './contract-feature.ts';

const contract = fc.record({ major: fc.nat({ max: 3 }), minor: fc.nat({ max: 30 }) });

test('a version names its contract, whatever comes after the minor', () => {
	fc.assert(
		fc.property(
			contract,
			fc.constantFrom('', 'v'),
			fc.constantFrom('', '.', '.7', '.0-rc.1', '.9+ichor'),
			({ major, minor }, prefix, rest) => {
				assert.deepEqual(parseContract(`${prefix}${major}.${minor}${rest}`), { major, minor });
			},
		),
	);
});

test('anything else is refused with the text of upstream', () => {
	for (const version of ['', 'v1', '1.', 'vv1.2', '1.13-alpha', ' 1.13', 'v1.13 ', 'latest']) {
		assert.throws(
			() => parseContract(version),
			(error) =>
				error instanceof ConfigError && error.code === 'input' && error.message === `error parsing version "v${version.replace(/^v/, '')}"`,
		);
	}
});

test('0.0 is the current contract, later than every other', () => {
	assert.equal(contractName(parseContract('v0.0')), 'current');
	assert.equal(contractName({ major: 1, minor: 13 }), 'v1.13');
	fc.assert(fc.property(contract, (other) => assert.equal(isLater(currentContract, other), contractName(other) !== 'current')));
});

test('later is a strict order', () => {
	fc.assert(
		fc.property(contract, contract, (a, b) => {
			assert.equal(isLater(a, a), false);
			assert.equal(isLater(a, b) && isLater(b, a), false);
			if (contractName(a) !== contractName(b)) assert.ok(isLater(a, b) || isLater(b, a));
		}),
	);
});

test('a feature that began stays, but for the one that lasted a single release', () => {
	const minors = Array.from({ length: 20 }, (_, minor): TalosContract => ({ major: 1, minor }));
	for (const feature of contractFeatures) {
		const changes = minors.filter(
			(later, index) => index > 0 && hasFeature(later, feature) !== hasFeature(minors[index - 1] ?? later, feature),
		);
		assert.equal(changes.length, feature === 'kubernetesAlternateImageRegistries' ? 2 : 1, feature);
		assert.equal(hasFeature(currentContract, feature), hasFeature({ major: 1, minor: 99 }, feature), feature);
		assert.equal(hasFeature({ major: 2, minor: 0 }, feature), hasFeature(currentContract, feature), feature);
	}
	assert.equal(contractFeatures.length, 34);
});
