import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { type Affiliate, AffiliateSchema, type Endpoint, EndpointSchema } from '@ichor/api/discovery/affiliate';

/** AES-GCM's nonce and tag, in bytes (NIST SP 800-38D). */
const nonceLength = 12;
const tagLength = 16;
/** AES's block, in bytes (FIPS 197). */
const blockLength = 16;

/**
 * Seals what a machine says of itself with the cluster's secret: AES-GCM, a random nonce in front. The service that
 * carries it learns nothing.
 *
 * @param secret 32 bytes
 */
export function sealAffiliate(secret: Uint8Array, affiliate: Affiliate): Uint8Array {
	const nonce = randomBytes(nonceLength);
	const cipher = createCipheriv('aes-256-gcm', secret, nonce);
	const sealed = Buffer.concat([cipher.update(toBinary(AffiliateSchema, affiliate)), cipher.final()]);
	return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** Undefined for what was sealed with another secret or has been changed. */
export function openAffiliate(secret: Uint8Array, sealed: Uint8Array): Affiliate | undefined {
	if (sealed.length < nonceLength + tagLength) return undefined;
	try {
		const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, nonceLength));
		decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
		const plain = Buffer.concat([decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength)), decipher.final()]);
		return fromBinary(AffiliateSchema, plain);
	} catch {
		return undefined;
	}
}

/**
 * Seals an endpoint so that equal endpoints look equal to the service, which then keeps one of them: AES-ECB over the
 * message's length, the message, and zeros up to a whole block.
 */
export function sealEndpoint(secret: Uint8Array, endpoint: { readonly ip: Uint8Array; readonly port: number }): Uint8Array {
	const message = toBinary(EndpointSchema, create(EndpointSchema, endpoint));
	const padded = Buffer.alloc(Math.ceil((message.length + 1) / blockLength) * blockLength);
	padded[0] = message.length;
	padded.set(message, 1);
	const cipher = createCipheriv('aes-256-ecb', secret, null).setAutoPadding(false);
	return Buffer.concat([cipher.update(padded), cipher.final()]);
}

/** Undefined for what was sealed with another secret. */
export function openEndpoint(secret: Uint8Array, sealed: Uint8Array): Endpoint | undefined {
	try {
		const decipher = createDecipheriv('aes-256-ecb', secret, null).setAutoPadding(false);
		const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
		return fromBinary(EndpointSchema, padded.subarray(1, 1 + (padded[0] ?? 0)));
	} catch {
		return undefined;
	}
}
