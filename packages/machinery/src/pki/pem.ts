import { decodeBase64, encodeBase64 } from './base64.ts';
import type { Bytes } from './der.ts';

/** The labels that upstream writes and reads. An Ed25519 key has a label of its own although it holds PKCS #8. */
export const pemLabel = {
	certificate: 'CERTIFICATE',
	certificateRequest: 'CERTIFICATE REQUEST',
	ed25519PrivateKey: 'ED25519 PRIVATE KEY',
	ecPrivateKey: 'EC PRIVATE KEY',
	rsaPrivateKey: 'RSA PRIVATE KEY',
	privateKey: 'PRIVATE KEY',
} as const;

export interface PemBlock {
	readonly label: string;
	readonly bytes: Bytes;
}

/** A PEM block with lines of 64 characters and a final newline. */
export function encodePem(label: string, bytes: Uint8Array): string {
	const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/**
 * The first well-formed block of `text`, whatever stands around it; undefined when there is none.
 *
 * As lenient as Go's pem.Decode: blocks that do not decode are passed over, headers are skipped, white space inside the
 * body does not matter.
 */
export function decodePem(text: string): PemBlock | undefined {
	let label: string | undefined;
	let body: string[] = [];
	for (const line of text.split('\n')) {
		const [, edge, name] = /^-----(BEGIN|END) (.*)-----\s*$/.exec(line) ?? [];
		if (edge === 'BEGIN') {
			label = name;
			body = [];
		} else if (edge === 'END') {
			const bytes = label === name ? decodeBody(body) : undefined;
			if (bytes && label !== undefined) return { label, bytes };
			label = undefined;
		} else if (label !== undefined) {
			body.push(line);
		}
	}
	return undefined;
}

function decodeBody(lines: readonly string[]): Bytes | undefined {
	const start = lines.findIndex((line) => !line.includes(':'));
	return decodeBase64(
		lines
			.slice(Math.max(start, 0))
			.join('')
			.replaceAll(/[ \t\r]/g, ''),
	);
}
