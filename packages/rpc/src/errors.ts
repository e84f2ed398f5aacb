import { StateError, type StateErrorCode } from '@ichor/runtime';
import { messageOf, RoomError } from '@ichor/std';
import { isSystemError, systemErrorText } from '@ichor/std/node';
import { codeOf, nameOf, type RpcCode } from './code.ts';
import { unreachableText } from './unreachable.ts';

/** A call that failed. The message is what the other side said, as it is on the wire. */
export class RpcError extends RoomError<RpcCode> {
	/** As Go programs print it, which scripts match on: `rpc error: code = NotFound desc = ...`. */
	override toString(): string {
		return `rpc error: code = ${nameOf(this.code)} desc = ${this.message}`;
	}
}

/** What a server sends for something that was thrown: the one place where errors of ours become those of gRPC. */
export function toRpcError(thrown: unknown): RpcError {
	if (thrown instanceof RpcError) return thrown;
	const message = isSystemError(thrown) ? systemErrorText(thrown) : messageOf(thrown);
	const options = { cause: thrown };
	if (thrown instanceof StateError) return new RpcError(codeOfState[thrown.code], message, options);
	if (thrown instanceof RoomError) return new RpcError(codeOfRoom[String(thrown.code)] ?? 'unknown', message, options);
	if (thrown instanceof Error && thrown.name === 'AbortError') return new RpcError('cancelled', 'context canceled', options);
	if (thrown instanceof Error && thrown.name === 'TimeoutError')
		return new RpcError('deadline-exceeded', 'context deadline exceeded', options);
	return new RpcError('unknown', message, options);
}

/** What a client throws for the status of a call. */
export function fromStatus(status: { readonly code?: number; readonly details?: string }): RpcError {
	const code = codeOf(status.code ?? 2);
	const { details = '' } = status;
	return new RpcError(code, code === 'unavailable' ? unreachableText(details) : details);
}

/** Whether a call failed in that way. */
export function hasRpcCode(error: unknown, ...codes: readonly RpcCode[]): boolean {
	return error instanceof RpcError && codes.includes(error.code);
}

const codeOfState: Readonly<Record<StateErrorCode, RpcCode>> = {
	'not-found': 'not-found',
	'already-exists': 'already-exists',
	'version-conflict': 'failed-precondition',
	'owner-conflict': 'permission-denied',
	'phase-conflict': 'invalid-argument',
	'pending-finalizers': 'failed-precondition',
	'invalid-bookmark': 'failed-precondition',
	overrun: 'unknown',
	unsupported: 'unimplemented',
};

/** Codes that rooms share a meaning of. A room's other failures are "unknown", as upstream's plain errors are. */
const codeOfRoom: Readonly<Record<string, RpcCode>> = {
	'not-found': 'not-found',
	'already-exists': 'already-exists',
	'invalid-argument': 'invalid-argument',
	'failed-precondition': 'failed-precondition',
	'permission-denied': 'permission-denied',
	cancelled: 'cancelled',
	unavailable: 'unavailable',
};
