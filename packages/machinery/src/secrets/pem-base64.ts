import { redactedKey } from '../config/scalars/base64.ts';

/** PEM from its base64, which a decoder has checked. What stands for a key that was taken out stays. */
export function fromBase64(base64: string): string {
	return base64 === redactedKey ? base64 : atob(base64);
}

/** PEM in base64, as the root document and the secrets file hold it. */
export function toBase64(pem: string): string {
	return pem === redactedKey ? pem : btoa(pem);
}
