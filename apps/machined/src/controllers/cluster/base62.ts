const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Bytes as one big number in digits and letters. */
export function base62(bytes: Uint8Array): string {
	let value = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
	let text = '';
	for (; value > 0n; value /= 62n) text = `${alphabet[Number(value % 62n)]}${text}`;
	return text === '' ? '0' : text;
}
