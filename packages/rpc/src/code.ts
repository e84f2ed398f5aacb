/** How a call can fail, in the words of gRPC. */
export type RpcCode = keyof typeof codes;

/** The number of a code on the wire. */
export function numberOf(code: RpcCode): number {
	return codes[code].number;
}

/** The code of a number; "unknown" for a number that gRPC does not have. */
export function codeOf(number: number): RpcCode {
	return byNumber.get(number) ?? 'unknown';
}

/** How Go programs print a code: `FailedPrecondition`. */
export function nameOf(code: RpcCode): string {
	return codes[code].name;
}

const codes = {
	cancelled: { number: 1, name: 'Canceled' },
	unknown: { number: 2, name: 'Unknown' },
	'invalid-argument': { number: 3, name: 'InvalidArgument' },
	'deadline-exceeded': { number: 4, name: 'DeadlineExceeded' },
	'not-found': { number: 5, name: 'NotFound' },
	'already-exists': { number: 6, name: 'AlreadyExists' },
	'permission-denied': { number: 7, name: 'PermissionDenied' },
	'resource-exhausted': { number: 8, name: 'ResourceExhausted' },
	'failed-precondition': { number: 9, name: 'FailedPrecondition' },
	aborted: { number: 10, name: 'Aborted' },
	'out-of-range': { number: 11, name: 'OutOfRange' },
	unimplemented: { number: 12, name: 'Unimplemented' },
	internal: { number: 13, name: 'Internal' },
	unavailable: { number: 14, name: 'Unavailable' },
	'data-loss': { number: 15, name: 'DataLoss' },
	unauthenticated: { number: 16, name: 'Unauthenticated' },
};

const byNumber = new Map(Object.entries(codes).map(([code, { number }]) => [number, code as RpcCode]));
