import { constants, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { encodeGrpcMessage } from '@ichor/rpc';

/** The gRPC status codes that apid answers with by itself (grpc.io, status codes). */
export const grpcCodes = {
	internal: 13,
	invalidArgument: 3,
	permissionDenied: 7,
	unavailable: 14,
	unimplemented: 12,
	resourceExhausted: 8,
} as const;

/** A call that is refused, with the status that the client gets. */
export interface GrpcStatus {
	readonly code: number;
	readonly message: string;
}

/** Ends a call that has not been answered with a status and nothing else. */
export function refuse(stream: ServerHttp2Stream, { code, message }: GrpcStatus): void {
	if (stream.destroyed || stream.headersSent) return;
	stream.respond(
		{
			':status': constants.HTTP_STATUS_OK,
			'content-type': 'application/grpc',
			'grpc-status': String(code),
			'grpc-message': encodeGrpcMessage(message),
		},
		{ endStream: true },
	);
}

/** The status in the trailers of an answer, or in its headers when there are only those. */
export function statusOf(headers: IncomingHttpHeaders | OutgoingHttpHeaders): GrpcStatus | undefined {
	const code = headers['grpc-status'];
	if (code === undefined) return undefined;
	return { code: Number(code), message: percentDecode(String(headers['grpc-message'] ?? '')) };
}

function percentDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
