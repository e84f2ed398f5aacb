import { decodeCertificate } from '../../../pki/certificate.ts';
import { PkiError } from '../../../pki/errors.ts';
import { encodePem } from '../../../pki/pem.ts';
import { quote, quoteList } from '../../quote.ts';
import type { CertificateAndKey } from './certificate.gen.ts';
import { pemBlocks } from './pem.ts';

const certificateLabel = 'CERTIFICATE';

/** What keeps a pair from being a certificate and a key in PEM; whether they belong together is not looked at. */
export function certificateAndKeyProblem({ cert = '', key = '' }: CertificateAndKey): string | undefined {
	if (cert === '') return 'certificate is required';
	if (key === '') return 'key is required';
	const certificateProblem = pemProblem(cert, certificateLabel);
	if (certificateProblem !== undefined) return `certificate: ${certificateProblem}`;
	const keyProblem = pemProblem(key);
	return keyProblem === undefined ? undefined : `key: ${keyProblem}`;
}

/** What keeps a text from being PEM blocks, all with the given label if there is one. */
export function pemProblem(text: string, label?: string): string | undefined {
	let empty = true;
	for (const block of pemBlocks(text)) {
		if (label !== undefined && block.label !== label) {
			return `unexpected PEM block type ${quote(block.label)}, expected one of ${quoteList([label])}`;
		}
		empty = false;
	}
	return empty ? 'no PEM blocks found' : undefined;
}

/** Whether at least one PEM block of a text is a certificate that can be read. */
export function hasCertificate(text: string): boolean {
	for (const { label, hasHeaders, bytes } of pemBlocks(text)) {
		if (label === certificateLabel && !hasHeaders && isCertificate(bytes)) return true;
	}
	return false;
}

function isCertificate(bytes: Uint8Array): boolean {
	try {
		decodeCertificate(encodePem(certificateLabel, bytes));
		return true;
	} catch (thrown) {
		if (thrown instanceof PkiError) return false;
		throw thrown;
	}
}
