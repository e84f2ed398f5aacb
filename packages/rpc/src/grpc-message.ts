/** A status message as a header has it (gRPC over HTTP/2, Percent-Encoded): only what is not printable ASCII, and `%`, is encoded. */
export function encodeGrpcMessage(text: string): string {
	let out = '';
	for (const byte of new TextEncoder().encode(text)) {
		out +=
			byte >= 0x20 && byte <= 0x7e && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return out;
}
