import type { FieldSchema, StructSchema } from '../config/schema/schema.ts';
import { pemCertificateAndKeySchema, pemKeySchema } from '../config/types/meta/pem.gen.ts';
import * as scalar from '../config/types/scalars.gen.ts';

const pointer = (name: string, struct: StructSchema): FieldSchema => ({ name, type: { of: 'struct', struct }, nullable: true });
const text = (name: string): FieldSchema => ({ name, type: scalar.string });
const optionalText = (name: string): FieldSchema => ({ name, type: scalar.string, omitEmpty: true });

/** The secrets file: the keys are Go's field names in lower case, the names of types are upstream's, which messages quote. */
export const secretsSchema: StructSchema = {
	name: 'secrets.Bundle',
	fields: [
		pointer('cluster', { name: 'secrets.Cluster', fields: [text('id'), text('secret')] }),
		pointer('secrets', {
			name: 'secrets.Secrets',
			fields: [text('bootstraptoken'), optionalText('aescbcencryptionsecret'), optionalText('secretboxencryptionsecret')],
		}),
		pointer('trustdinfo', { name: 'secrets.TrustdInfo', fields: [text('token')] }),
		pointer('certs', {
			name: 'secrets.Certs',
			fields: [
				pointer('etcd', pemCertificateAndKeySchema),
				pointer('k8s', pemCertificateAndKeySchema),
				pointer('k8saggregator', pemCertificateAndKeySchema),
				pointer('k8sserviceaccount', pemKeySchema),
				pointer('os', pemCertificateAndKeySchema),
			],
		}),
	],
};
