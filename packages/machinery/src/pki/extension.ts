import { type Bytes, booleanTrue, contextTag, der, derTag, namedBits, objectIdentifier, octetString, sequence } from './der.ts';
import { DerReader, dottedObjectIdentifier } from './der-reader.ts';

export type KeyUsage = keyof typeof keyUsageBits;
export type ExtendedKeyUsage = keyof typeof extendedKeyUsageTypes;

/** RFC 5280, 4.2.1.3. */
const keyUsageBits = { digitalSignature: 0, keyEncipherment: 2, certSign: 5 } as const;

/** RFC 5280, 4.2.1.12. */
const extendedKeyUsageTypes = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' } as const;

export const extensionType = {
	subjectKeyIdentifier: '2.5.29.14',
	keyUsage: '2.5.29.15',
	subjectAlternativeName: '2.5.29.17',
	basicConstraints: '2.5.29.19',
	authorityKeyIdentifier: '2.5.29.35',
	extendedKeyUsage: '2.5.29.37',
} as const;

/** What a certificate is good for beyond naming its subject. */
export interface CertificateExtensions {
	readonly keyUsage: readonly KeyUsage[];
	readonly extendedKeyUsage: readonly ExtendedKeyUsage[];
	/** May sign certificates, without a limit of path length. */
	readonly authority: boolean;
	readonly subjectKeyId?: Bytes | undefined;
	readonly authorityKeyId?: Bytes | undefined;
	readonly alternativeNames: AlternativeNames;
}

/** The hosts that a certificate or a request speaks for. An address is 4 or 16 bytes. */
export interface AlternativeNames {
	readonly dnsNames: readonly string[];
	readonly addresses: readonly Bytes[];
}

/** The extensions of a certificate, in the order and with the criticality of Go's crypto/x509. */
export function encodeExtensions(extensions: CertificateExtensions, emptySubject: boolean): Bytes {
	const { keyUsage, extendedKeyUsage, authority, subjectKeyId, authorityKeyId, alternativeNames } = extensions;
	const out: Bytes[] = [];
	if (keyUsage.length > 0) out.push(extension(extensionType.keyUsage, namedBits(keyUsage.map((usage) => keyUsageBits[usage])), 'critical'));
	if (extendedKeyUsage.length > 0) {
		const types = extendedKeyUsage.map((usage) => objectIdentifier(extendedKeyUsageTypes[usage]));
		out.push(extension(extensionType.extendedKeyUsage, sequence(...types)));
	}
	if (authority) out.push(extension(extensionType.basicConstraints, sequence(booleanTrue()), 'critical'));
	if (subjectKeyId) out.push(extension(extensionType.subjectKeyIdentifier, octetString(subjectKeyId)));
	if (authorityKeyId) out.push(extension(extensionType.authorityKeyIdentifier, sequence(der(contextTag(0, 'primitive'), authorityKeyId))));
	const names = encodeAlternativeNames(alternativeNames);
	if (names) out.push(extension(extensionType.subjectAlternativeName, names, emptySubject ? 'critical' : undefined));
	return sequence(...out);
}

/** The extensions of a request: its alternative names, when it has any. */
export function encodeRequestExtensions(names: AlternativeNames): Bytes | undefined {
	const encoded = encodeAlternativeNames(names);
	return encoded && sequence(extension(extensionType.subjectAlternativeName, encoded));
}

/** The value of each extension by its type. Throws DerSyntaxError. */
export function decodeExtensions(bytes: Bytes): ReadonlyMap<string, Bytes> {
	const values = new Map<string, Bytes>();
	for (const list = DerReader.sequence(bytes); !list.done; ) {
		const entry = list.enter();
		const type = dottedObjectIdentifier(entry.next(derTag.objectIdentifier).content);
		entry.optional(derTag.boolean);
		values.set(type, entry.next(derTag.octetString).content);
		entry.end();
	}
	return values;
}

const dnsNameTag = contextTag(2, 'primitive');
const addressTag = contextTag(7, 'primitive');

/** Throws DerSyntaxError. Names of other forms are passed over. */
export function decodeAlternativeNames(value: Bytes): AlternativeNames {
	const dnsNames: string[] = [];
	const addresses: Bytes[] = [];
	for (const names = DerReader.sequence(value); !names.done; ) {
		const name = names.next();
		if (name.tag === dnsNameTag) dnsNames.push(new TextDecoder().decode(name.content));
		if (name.tag === addressTag) addresses.push(name.content);
	}
	return { dnsNames, addresses };
}

function encodeAlternativeNames({ dnsNames, addresses }: AlternativeNames): Bytes | undefined {
	const names = [
		...dnsNames.map((name) => der(dnsNameTag, new TextEncoder().encode(name))),
		...addresses.map((address) => der(addressTag, address)),
	];
	return names.length === 0 ? undefined : sequence(...names);
}

function extension(type: string, value: Bytes, critical?: 'critical'): Bytes {
	return sequence(objectIdentifier(type), ...(critical ? [booleanTrue()] : []), octetString(value));
}
