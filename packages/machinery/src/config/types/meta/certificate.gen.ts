// Generated from model/meta/certificate.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';

/** A certificate and its private key, as PEM text. */
export interface CertificateAndKey {
	/** The certificate in PEM form. */
	readonly cert?: string;
	/** The private key in PEM form. */
	readonly key?: string;
}

export const certificateAndKeySchema: StructSchema = {
	name: 'meta.CertificateAndKey',
	fields: [
		{ name: 'cert', type: scalar.string, omitEmpty: true },
		{ name: 'key', type: scalar.string, omitEmpty: true, secret: true },
	],
};
