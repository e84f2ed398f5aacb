// Generated from model/network/ethernet-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { WOLMode } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Tunes a network card: offloads, queues, wake-up.
 * What a card can do is shown by `get ethernetstatus LINK -o yaml`.
 */
export interface EthernetConfig extends DocumentMeta {
	/** The link, by name or alias. */
	readonly name?: string;
	/**
	 * Offloads by the kernel's name, switched on or off.
	 * Which ones exist and can be changed depends on the driver.
	 */
	readonly features?: Readonly<Record<string, boolean>>;
	/**
	 * Sizes of the card's packet queues.
	 * What is absent is left as it is.
	 */
	readonly rings?: EthernetRings;
	/**
	 * Number of queues that are served in parallel.
	 * What is absent is left as it is.
	 */
	readonly channels?: EthernetChannels;
	/**
	 * What the card wakes the machine for; an empty list switches it off.
	 * Absent, nothing is changed.
	 * @since v1.12
	 */
	readonly wakeOnLan?: readonly WOLMode[];
}

/** Sizes of a card's packet queues, as `ethtool -G` takes them. */
export interface EthernetRings {
	/** Places for received packets. */
	readonly rx?: number;
	/** Places for packets to send. */
	readonly tx?: number;
	/** Places for small received packets, on cards that have a queue of their own for them. */
	readonly 'rx-mini'?: number;
	/** Places for large received packets, on cards that have a queue of their own for them. */
	readonly 'rx-jumbo'?: number;
	/** Bytes in each buffer for received packets. */
	readonly 'rx-buf-len'?: number;
	/** Bytes in each entry of the completion queue. */
	readonly 'cqe-size'?: number;
	/** Writes descriptors and small packets straight to the card, for lower latency. */
	readonly 'tx-push'?: boolean;
	/** Hands received packets over along with their descriptors, for lower latency. */
	readonly 'rx-push'?: boolean;
	/** Bytes that may be written straight to the card. */
	readonly 'tx-push-buf-len'?: number;
	/** Puts headers and data of received TCP packets into different buffers. */
	readonly 'tcp-data-split'?: boolean;
}

/** Number of a card's queues, as `ethtool -L` takes them. */
export interface EthernetChannels {
	/** Queues that only receive. */
	readonly rx?: number;
	/** Queues that only send. */
	readonly tx?: number;
	/** Queues for other purposes, such as link interrupts. */
	readonly other?: number;
	/** Queues that both receive and send; usually one per CPU. */
	readonly combined?: number;
}

export const ethernetRingsSchema: StructSchema = {
	name: 'network.EthernetRingsConfig',
	fields: [
		{ name: 'rx', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'tx', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'rx-mini', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'rx-jumbo', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'rx-buf-len', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'cqe-size', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'tx-push', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'rx-push', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'tx-push-buf-len', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'tcp-data-split', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const ethernetChannelsSchema: StructSchema = {
	name: 'network.EthernetChannelsConfig',
	fields: [
		{ name: 'rx', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'tx', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'other', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'combined', type: scalar.uint32, nullable: true, omitEmpty: true },
	],
};

export const ethernetConfigSchema: StructSchema = {
	name: 'network.EthernetConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'features', type: { of: 'map', value: scalar.bool }, omitEmpty: true },
		{ name: 'rings', type: { of: 'struct', struct: ethernetRingsSchema }, nullable: true, omitEmpty: true },
		{ name: 'channels', type: { of: 'struct', struct: ethernetChannelsSchema }, nullable: true, omitEmpty: true },
		{ name: 'wakeOnLan', type: { of: 'list', item: scalar.wolMode }, omitEmpty: true },
	],
};
