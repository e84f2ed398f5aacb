import { connectionErrorText } from '@ichor/rpc';
import { type GrpcStatus, grpcCodes } from './status.ts';

/**
 * The status of a call whose connection could not be made, or broke. A call that was waiting for the connection is told
 * that it was cancelled; why is the cause of that.
 */
export function connectionFailure(error: unknown): GrpcStatus {
	const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	return { code: grpcCodes.unavailable, message: connectionErrorText(root instanceof Error ? root.message : String(root)) };
}
