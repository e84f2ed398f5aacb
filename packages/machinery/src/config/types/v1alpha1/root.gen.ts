// Generated from model/v1alpha1/root.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type ClusterSection, clusterSectionSchema } from './cluster.gen.ts';
import { type MachineSection, machineSectionSchema } from './machine.gen.ts';

/**
 * The root document: the one without a kind, which held the whole configuration until Talos 1.13.
 * A machine needs it to boot. Much of it has moved to documents of its own, which win where both are allowed.
 */
export interface RootConfig {
	/** Format of this document. */
	readonly version?: string;
	/**
	 * Sends the logs of all system services to the console too.
	 * A slow serial console can hold up the boot.
	 * @default false
	 */
	readonly debug?: boolean;
	/**
	 * Was meant to keep the configuration out of the disk; must be absent or true.
	 * @default true
	 * @deprecated
	 */
	readonly persist?: boolean;
	/** What concerns this machine. */
	readonly machine?: MachineSection;
	/** What concerns the Kubernetes cluster and is mostly the same on all its machines. */
	readonly cluster?: ClusterSection;
}

export const rootConfigSchema: StructSchema = {
	name: 'v1alpha1.Config',
	fields: [
		{ name: 'version', type: scalar.string },
		{ name: 'debug', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'persist', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'machine', type: { of: 'struct', struct: machineSectionSchema }, nullable: true },
		{ name: 'cluster', type: { of: 'struct', struct: clusterSectionSchema }, nullable: true },
	],
};
