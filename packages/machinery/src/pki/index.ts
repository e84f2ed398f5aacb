export { addressBytes } from './address.ts';
export {
	type AuthorityOptions,
	type CertificateAndKey,
	createAuthority,
	issueKeyPair,
	type LeafOptions,
	signRequest,
	type Validity,
} from './authority.ts';
export { type Certificate, decodeCertificate } from './certificate.ts';
export { PkiError, type PkiErrorCode } from './errors.ts';
export type { AlternativeNames, ExtendedKeyUsage, KeyUsage } from './extension.ts';
export { certificateFingerprint, publicKeyHash } from './fingerprint.ts';
export { generateKeyPair, type KeyPair, keyPairOf } from './key-pair.ts';
export type { KeyFamily } from './key-type.ts';
export type { DistinguishedName } from './name.ts';
export { decodePkcs8PrivateKey, decodePrivateKey, encodePrivateKey, type PrivateKey } from './private-key.ts';
export { type CertificateRequest, createRequest, decodeRequest } from './request.ts';
export { parseRoles, type Role, roles } from './role.ts';
