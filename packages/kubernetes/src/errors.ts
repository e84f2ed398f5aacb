import { RoomError } from '@ichor/std';

export type KubernetesErrorCode =
	/** Nobody answers, or somebody who does not prove to be the API server. */
	| 'unavailable'
	/** The server does not know the caller, or does not let it. */
	| 'unauthorized'
	| 'forbidden'
	| 'not-found'
	/** The object is there already, or was changed by somebody else. */
	| 'conflict'
	/** The server cannot make sense of what it was sent. */
	| 'invalid'
	/** A watch has missed too much: list again. */
	| 'expired'
	/** The server wants to be asked later: it has too much to do, or a disruption budget lets no pod go now. */
	| 'busy'
	/** The server has failed. */
	| 'failed';

/** What the Kubernetes API answered, or that it did not. */
export class KubernetesError extends RoomError<KubernetesErrorCode> {}

/** Whether an error goes by when the same is asked again: the API server is away, has failed or is busy. */
export function isPassing(error: unknown): boolean {
	return error instanceof KubernetesError && passing.has(error.code);
}

const passing: ReadonlySet<string> = new Set<KubernetesErrorCode>(['unavailable', 'failed', 'busy']);

/** The code of an HTTP status (Kubernetes' API conventions, "HTTP Status codes"). */
export function codeOfStatus(status: number): KubernetesErrorCode {
	return codes[status] ?? (status >= 500 ? 'failed' : 'invalid');
}

const codes: Readonly<Record<number, KubernetesErrorCode>> = {
	401: 'unauthorized',
	403: 'forbidden',
	404: 'not-found',
	409: 'conflict',
	410: 'expired',
	429: 'busy',
};
