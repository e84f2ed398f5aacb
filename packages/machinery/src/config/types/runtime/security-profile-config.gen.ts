// Generated from model/runtime/security-profile-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Hardening of the node as a whole. */
export interface SecurityProfileConfig extends DocumentMeta {
	/**
	 * Runs containerd, kubelet and pods in process and mount namespaces of their own.
	 * They then cannot see the processes and open files of the system. New configurations of 1.14 switch it on; without
	 * the document it is off, so that upgrades change nothing. The iSCSI volume plugin built into the kubelet does not
	 * work with it.
	 * @default false
	 */
	readonly workloadIsolation?: boolean;
}

export const securityProfileConfigSchema: StructSchema = {
	name: 'runtime.SecurityProfileConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'workloadIsolation', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
