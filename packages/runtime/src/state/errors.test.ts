import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	alreadyExists,
	isConflict,
	isInvalidBookmark,
	isNotFound,
	isOwnerConflict,
	isPhaseConflict,
	isUnsupported,
	notFound,
	ownerConflict,
	pendingFinalizers,
	phaseConflict,
	StateError,
	versionConflict,
} from './errors.ts';

const about = { namespace: 'network', type: 'LinkStatuses.net.talos.dev', id: 'eth0' };

const errors: readonly (readonly [StateError, string, readonly ((error: unknown) => boolean)[]])[] = [
	[notFound(about), "resource LinkStatuses.net.talos.dev(network/eth0@undefined) doesn't exist", [isNotFound]],
	[
		alreadyExists({ ...about, version: 3 } as typeof about),
		'resource LinkStatuses.net.talos.dev(network/eth0@3) already exists',
		[isConflict],
	],
	[
		versionConflict(about, 0, 2),
		'resource LinkStatuses.net.talos.dev(network/eth0@undefined) update conflict: expected version "undefined", actual version "2"',
		[isConflict],
	],
	[
		ownerConflict(about, 'me'),
		'resource LinkStatuses.net.talos.dev(network/eth0@undefined) is owned by "me"',
		[isConflict, isOwnerConflict],
	],
	[
		phaseConflict(about, 'running'),
		'resource LinkStatuses.net.talos.dev(network/eth0@undefined) is not in phase running',
		[isConflict, isPhaseConflict],
	],
	[
		pendingFinalizers(about, ['a', 'b']),
		'resource LinkStatuses.net.talos.dev(network/eth0@undefined) has pending finalizers [a b]',
		[isConflict],
	],
	[new StateError('invalid-bookmark', 'invalid watch bookmark'), 'invalid watch bookmark', [isInvalidBookmark]],
	[new StateError('unsupported', 'cannot'), 'cannot', [isUnsupported]],
];

const predicates = [isNotFound, isConflict, isOwnerConflict, isPhaseConflict, isInvalidBookmark, isUnsupported];

for (const [error, message, kinds] of errors) {
	test(`${error.code} says what it is`, () => {
		assert.equal(error.message, message);
		for (const predicate of predicates) assert.equal(predicate(error), kinds.includes(predicate), predicate.name);
	});
}

test('a conflict over another kind of resource is not the one that was asked about', () => {
	const conflict = ownerConflict(about, 'me');
	assert.equal(isConflict(conflict, { namespace: 'network', type: 'LinkStatuses.net.talos.dev' }), true);
	assert.equal(isConflict(conflict, { namespace: 'other', type: 'LinkStatuses.net.talos.dev' }), false);
	assert.equal(isConflict(conflict, { namespace: 'network', type: 'Others.net.talos.dev' }), false);
});

test('what no state has thrown is nothing of it', () => {
	for (const predicate of predicates)
		for (const thrown of [new Error('not-found'), { code: 'not-found' }, undefined]) assert.equal(predicate(thrown), false);
});
