import { decodeBase64 } from '../../pki/base64.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import type { CertificateAndKey } from '../types/meta/certificate.gen.ts';
import type { PEMCertificateAndKey } from '../types/meta/pem.gen.ts';

export interface CertificateAuthority {
	/** In PEM; undefined on a machine that does not issue. */
	readonly issuing: { readonly certificate: string; readonly key: string } | undefined;
	/** In PEM, the issuing one first. */
	readonly accepted: readonly string[];
}

/** The authority of the Kubernetes API, by the document or else by the root document; undefined when neither has one. */
export function apiServerAuthority(config: MachineConfig): CertificateAuthority | undefined {
	const [document] = documentsOf(config, 'KubeAPIServerCAConfig');
	if (document !== undefined) return fromDocument(document.value);
	const { ca, acceptedCAs } = rootOf(config)?.cluster ?? {};
	if (ca === undefined && acceptedCAs === undefined) return undefined;
	const accepted = [ca?.crt, ...(acceptedCAs ?? []).map((entry) => entry?.crt)].filter((text) => text !== undefined && text !== '');
	return { issuing: ca?.key ? fromRoot(ca) : undefined, accepted: accepted.map(textOf) };
}

/** The authority of aggregated APIs, by the document or else by the root document; undefined when neither has one. */
export function aggregatorAuthority(config: MachineConfig): CertificateAuthority | undefined {
	const [document] = documentsOf(config, 'KubeAggregatorCAConfig');
	if (document !== undefined) return fromDocument(document.value);
	const legacy = rootOf(config)?.cluster?.aggregatorCA;
	return legacy && { issuing: fromRoot(legacy), accepted: [textOf(legacy.crt)] };
}

function fromDocument(document: {
	readonly issuingCA?: CertificateAndKey;
	readonly acceptedCAs?: readonly string[];
}): CertificateAuthority {
	const { issuingCA, acceptedCAs = [] } = document;
	const issuing = issuingCA && { certificate: issuingCA.cert ?? '', key: issuingCA.key ?? '' };
	return { issuing, accepted: issuing ? [issuing.certificate, ...acceptedCAs] : acceptedCAs };
}

function fromRoot({ crt, key }: PEMCertificateAndKey): { readonly certificate: string; readonly key: string } {
	return { certificate: textOf(crt), key: textOf(key) };
}

/** PEM out of base64, which is how the root document holds it; a key that was taken out stays what stands for it. */
export function textOf(base64: string | undefined): string {
	const bytes = base64 === undefined ? undefined : decodeBase64(base64);
	return bytes === undefined ? (base64 ?? '') : new TextDecoder().decode(bytes);
}
