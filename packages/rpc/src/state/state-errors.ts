import { type Kind, StateError, type StateErrorCode } from '@ichor/runtime';
import type { RpcCode } from '../code.ts';
import { RpcError } from '../errors.ts';

/** What was asked of a state: a status means different things for different questions. */
export type Operation = 'get' | 'list' | 'create' | 'update' | 'destroy' | 'teardown' | 'watch';

/** The refusal of a state that a status stands for. What is about the connection, or about access, stays as it is. */
export function asStateError(operation: Operation, about: Kind & { readonly id?: string }, error: unknown): unknown {
	if (!(error instanceof RpcError)) return error;
	const code = meanings[operation][error.code] ?? meanings.any[error.code];
	return code === undefined ? error : new StateError(code, error.message, { cause: error, about });
}

type Meanings = Partial<Readonly<Record<RpcCode, StateErrorCode>>>;

const write: Meanings = { 'permission-denied': 'owner-conflict' };

const meanings: Readonly<Record<Operation | 'any', Meanings>> = {
	any: { 'not-found': 'not-found', unimplemented: 'unsupported' },
	get: {},
	list: {},
	create: { ...write, 'already-exists': 'already-exists' },
	update: { ...write, 'invalid-argument': 'phase-conflict', 'failed-precondition': 'version-conflict' },
	destroy: { ...write, 'failed-precondition': 'pending-finalizers' },
	teardown: { ...write, 'failed-precondition': 'pending-finalizers', 'invalid-argument': 'phase-conflict' },
	watch: { 'failed-precondition': 'invalid-bookmark' },
};
