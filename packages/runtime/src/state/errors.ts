import { RoomError } from '@ichor/std';
import { formatVersion, type Phase } from '../resource/metadata.ts';
import { describe, type Kind, type Pointer } from '../resource/resource.ts';

/**
 * Why a state refuses: what is asked for is not there, or is there already; someone else has written meanwhile; the
 * resource has another owner, another phase or finalizers; the place to watch from is gone; a watcher fell too far
 * behind; the backend cannot do it.
 */
export type StateErrorCode =
	| 'not-found'
	| 'already-exists'
	| 'version-conflict'
	| 'owner-conflict'
	| 'phase-conflict'
	| 'pending-finalizers'
	| 'invalid-bookmark'
	| 'overrun'
	| 'unsupported';

/** A refusal of a state. A state behind gRPC raises the same ones as a state in memory. */
export class StateError extends RoomError<StateErrorCode> {
	/** What the refusal is about, as far as it is about one resource or kind. */
	readonly about: (Kind & { readonly id?: string }) | undefined;

	constructor(
		code: StateErrorCode,
		message: string,
		options: { readonly cause?: unknown; readonly about?: Kind & { readonly id?: string } } = {},
	) {
		super(code, message, options);
		this.about = options.about;
	}
}

/** The resource is not there. */
export function isNotFound(error: unknown): boolean {
	return hasCode(error, 'not-found');
}

/**
 * The state of affairs is another one than the caller took it for: every refusal of a write but "not found".
 *
 * @param about only a conflict over this kind of resource counts
 */
export function isConflict(error: unknown, about?: Kind): boolean {
	if (!(error instanceof StateError) || !conflicts.has(error.code)) return false;
	return about === undefined || (error.about?.namespace === about.namespace && error.about.type === about.type);
}

/** Another one owns the resource. */
export function isOwnerConflict(error: unknown): boolean {
	return hasCode(error, 'owner-conflict');
}

/** The resource is being torn down, or is not. */
export function isPhaseConflict(error: unknown): boolean {
	return hasCode(error, 'phase-conflict');
}

/** The watch cannot go on from that place: begin anew. */
export function isInvalidBookmark(error: unknown): boolean {
	return hasCode(error, 'invalid-bookmark');
}

/** This backend cannot do it. */
export function isUnsupported(error: unknown): boolean {
	return hasCode(error, 'unsupported');
}

export function notFound(pointer: Pointer): StateError {
	return new StateError('not-found', `resource ${describe(pointer)} doesn't exist`, { about: pointer });
}

export function alreadyExists(pointer: Pointer): StateError {
	return new StateError('already-exists', `resource ${describe(pointer)} already exists`, { about: pointer });
}

export function versionConflict(pointer: Pointer, expected: number, actual: number): StateError {
	const versions = `expected version "${formatVersion(expected)}", actual version "${formatVersion(actual)}"`;
	return new StateError('version-conflict', `resource ${describe(pointer)} update conflict: ${versions}`, { about: pointer });
}

export function ownerConflict(pointer: Pointer, owner: string): StateError {
	return new StateError('owner-conflict', `resource ${describe(pointer)} is owned by "${owner}"`, { about: pointer });
}

export function phaseConflict(pointer: Pointer, expected: Phase): StateError {
	return new StateError('phase-conflict', `resource ${describe(pointer)} is not in phase ${expected}`, { about: pointer });
}

export function pendingFinalizers(pointer: Pointer, finalizers: readonly string[]): StateError {
	return new StateError('pending-finalizers', `resource ${describe(pointer)} has pending finalizers [${finalizers.join(' ')}]`, {
		about: pointer,
	});
}

const conflicts: ReadonlySet<StateErrorCode> = new Set([
	'already-exists',
	'version-conflict',
	'owner-conflict',
	'phase-conflict',
	'pending-finalizers',
]);

function hasCode(error: unknown, code: StateErrorCode): boolean {
	return error instanceof StateError && error.code === code;
}
