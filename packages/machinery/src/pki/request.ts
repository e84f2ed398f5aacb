import { type Bytes, bitString, contextTag, der, derTag, integer, objectIdentifier, sequence, setOf } from './der.ts';
import { DerReader, DerSyntaxError, dottedObjectIdentifier, wholeBytes } from './der-reader.ts';
import { PkiError } from './errors.ts';
import { type AlternativeNames, decodeAlternativeNames, decodeExtensions, encodeRequestExtensions, extensionType } from './extension.ts';
import type { KeyPair } from './key-pair.ts';
import { publicKeyType } from './key-type.ts';
import { type DistinguishedName, decodeName, encodeName } from './name.ts';
import { decodePem, encodePem, pemLabel } from './pem.ts';
import {
	decodeSignatureAlgorithm,
	defaultSignatureAlgorithm,
	encodeSignatureAlgorithm,
	type SignatureAlgorithm,
	sign,
	verify,
} from './signature.ts';

/** What a request for a certificate asks for. */
export interface CertificateRequest {
	readonly subject: DistinguishedName;
	readonly alternativeNames: AlternativeNames;
	/** SubjectPublicKeyInfo. */
	readonly publicKey: Bytes;
	readonly signatureAlgorithm: SignatureAlgorithm;
}

/** PKCS #9, 5.4.2: the attribute that carries extensions. */
const extensionRequest = '1.2.840.113549.1.9.14';

const attributesTag = contextTag(0, 'constructed');

/** Makes and signs a request (PKCS #10) as PEM, with the algorithm that upstream takes for the key. */
export async function createRequest(keys: KeyPair, subject: DistinguishedName, names: AlternativeNames): Promise<string> {
	const algorithm = defaultSignatureAlgorithm(keys.privateKey);
	const extensions = encodeRequestExtensions(names);
	const attributes = extensions ? [sequence(objectIdentifier(extensionRequest), setOf(extensions))] : [];
	const body = sequence(integer(0), encodeName(subject), keys.publicKey, der(attributesTag, ...attributes));
	const signature = await sign(keys.privateKey, algorithm, body);
	return encodePem(pemLabel.certificateRequest, sequence(body, encodeSignatureAlgorithm(algorithm), bitString(signature)));
}

/** Reads a request and proves that its sender has the private key. Throws PkiError. */
export async function decodeRequest(pem: string): Promise<CertificateRequest> {
	const block = decodePem(pem);
	if (!block) throw new PkiError('malformed', 'failed to decode CSR');
	const { request, body, signature } = reading(() => readRequest(block.bytes));
	if (await verify(request.publicKey, request.signatureAlgorithm, signature, body)) return request;
	throw new PkiError('mismatch', 'failed verifying CSR signature: the request was not signed with the key that it names');
}

function readRequest(bytes: Bytes): { readonly request: CertificateRequest; readonly body: Bytes; readonly signature: Bytes } {
	const outer = DerReader.sequence(bytes);
	const body = outer.next(derTag.sequence);
	const algorithm = decodeSignatureAlgorithm(outer.next(derTag.sequence).raw);
	const signature = wholeBytes(outer.next(derTag.bitString).content);
	outer.end();
	if (!algorithm) throw new PkiError('unsupported', 'the request is signed with an unsupported algorithm');

	const info = new DerReader(body.content);
	info.next(derTag.integer);
	const subject = decodeName(info.next(derTag.sequence).raw);
	const publicKey = info.next(derTag.sequence).raw;
	publicKeyType(publicKey);
	const attributes = info.optional(attributesTag);
	info.end();
	const alternativeNames = attributes ? requestedNames(attributes.content) : { dnsNames: [], addresses: [] };
	return { request: { subject, alternativeNames, publicKey, signatureAlgorithm: algorithm }, body: body.raw, signature };
}

function requestedNames(attributes: Bytes): AlternativeNames {
	for (const list = new DerReader(attributes); !list.done; ) {
		const attribute = list.enter();
		const type = dottedObjectIdentifier(attribute.next(derTag.objectIdentifier).content);
		const values = attribute.enter(derTag.set);
		if (type !== extensionRequest) continue;
		const names = decodeExtensions(values.next(derTag.sequence).raw).get(extensionType.subjectAlternativeName);
		if (names) return decodeAlternativeNames(names);
	}
	return { dnsNames: [], addresses: [] };
}

function reading<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof DerSyntaxError)
			throw new PkiError('malformed', 'error parsing CSR: x509: malformed certificate request', { cause: error });
		throw error;
	}
}
