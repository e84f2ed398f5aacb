import type { YamlScalar } from '../../yaml/node.ts';
import type { ConfigOpaque } from '../document.ts';
import { canonicalBase64 } from './base64.ts';
import { attempt, TextRefusal } from './refusal.ts';

/** What a `!!binary` scalar holds: a text when its bytes are UTF-8, the bytes otherwise. */
export function bytesOf(scalar: YamlScalar): string | ConfigOpaque {
	const base64 = attempt(() => canonicalBase64(scalar.text));
	if (base64 instanceof TextRefusal) throw new TextRefusal('!!binary value contains invalid base64 data');
	const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return { opaque: 'binary', text: base64 };
	}
}
