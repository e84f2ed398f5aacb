/** A time of protobuf in RFC 3339, to the second. */
export function timeText(time: { readonly seconds: bigint } | undefined): string {
	return new Date(Number(time?.seconds ?? 0n) * 1000).toISOString().replace('.000Z', 'Z');
}
