// Generated from model/meta/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const metaDocs: DomainDocs = {
	'meta.CertificateAndKey': {
		name: 'CertificateAndKey',
		doc: 'A certificate and its private key, as PEM text.',
		fields: {
			'cert': {
				doc: 'The certificate in PEM form.',
				type: 'string',
				hidden: true,
			},
			'key': {
				doc: 'The private key in PEM form.',
				type: 'string',
				hidden: true,
			},
		},
	},
	'meta.Meta': {
		name: 'DocumentMeta',
		doc: 'What every document but the root begins with.',
		fields: {
			'apiVersion': {
				doc: 'Version of the document\'s format; `v1alpha1` is the only one.',
				type: 'string',
				hidden: true,
				values: ['v1alpha1'],
			},
			'kind': {
				doc: 'What the document configures.',
				type: 'string',
				hidden: true,
			},
		},
	},
	'x509.PEMEncodedCertificateAndKey': {
		name: 'PEMCertificateAndKey',
		doc: 'A certificate and its private key, each as PEM in base64.',
		fields: {
			'crt': {
				doc: 'The certificate: its PEM text, encoded in base64.',
				type: 'Base64',
				hidden: true,
			},
			'key': {
				doc: 'The private key: its PEM text, encoded in base64.\nEmpty where a node only needs to trust the certificate, as on workers.',
				type: 'Base64',
				hidden: true,
			},
		},
	},
	'x509.PEMEncodedCertificate': {
		name: 'PEMCertificate',
		doc: 'A certificate as PEM in base64.',
		fields: {
			'crt': {
				doc: 'The certificate: its PEM text, encoded in base64.',
				type: 'Base64',
				hidden: true,
			},
		},
	},
	'x509.PEMEncodedKey': {
		name: 'PEMKey',
		doc: 'A private key as PEM in base64.',
		fields: {
			'key': {
				doc: 'The private key: its PEM text, encoded in base64.',
				type: 'Base64',
				hidden: true,
			},
		},
	},
};
