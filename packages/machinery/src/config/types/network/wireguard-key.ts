import { decodeBase64 } from '../../../pki/base64.ts';
import { base64Problem } from '../../scalars/base64.ts';

/** A key of Curve25519. */
const keyBytes = 32;

/** Why a text is no WireGuard key, which is base64 of 32 bytes. Never repeats the text: it may be a secret. */
export function wireguardKeyProblem(text: string): string | undefined {
	return base64Problem(text) ?? (decodeBase64(text)?.length === keyBytes ? undefined : 'invalid wireguard key length');
}
