// Generated from model/network/time-sync-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * How the machine's clock is set.
 * Takes the place of `machine.time`; with both, the configuration is refused.
 */
export interface TimeSyncConfig extends DocumentMeta {
	/**
	 * Sets the clock; `false` trusts the hardware clock.
	 * @default true
	 */
	readonly enabled?: boolean;
	/**
	 * Time after which booting goes on with an unset clock; 0 waits for ever.
	 * Synchronization goes on in the background.
	 * @default 0
	 */
	readonly bootTimeout?: Duration;
	/** Time from the network; excludes `ptp`. */
	readonly ntp?: TimeSyncNTP;
	/** Time from a clock device; excludes `ntp`. */
	readonly ptp?: TimeSyncPTP;
}

/** Time from the network. */
export interface TimeSyncNTP {
	/**
	 * Time servers, by name or address.
	 * @default time.cloudflare.com
	 */
	readonly servers?: readonly string[];
	/**
	 * Authenticates the servers with NTS.
	 * All servers must then be names and speak it. On by default for the default server only.
	 * @since v1.14
	 */
	readonly useNTS?: boolean;
}

/** Time from a clock device. */
export interface TimeSyncPTP {
	/** Paths of the devices, such as `/dev/ptp0` of a card or `/dev/ptp_kvm` of a hypervisor. */
	readonly devices?: readonly string[];
}

export const timeSyncNTPSchema: StructSchema = {
	name: 'network.NTPConfig',
	fields: [
		{ name: 'servers', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'useNTS', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const timeSyncPTPSchema: StructSchema = {
	name: 'network.PTPConfig',
	fields: [
		{ name: 'devices', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const timeSyncConfigSchema: StructSchema = {
	name: 'network.TimeSyncConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'bootTimeout', type: scalar.duration, omitEmpty: true },
		{ name: 'ntp', type: { of: 'struct', struct: timeSyncNTPSchema }, nullable: true, omitEmpty: true },
		{ name: 'ptp', type: { of: 'struct', struct: timeSyncPTPSchema }, nullable: true, omitEmpty: true },
	],
};
