import { EthernetSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { flag, list, map, named, optional, record, type SpecOf, specCodec, whole } from '../spec/index.ts';
import { wakeOnLanMode } from './kernel-words.ts';

/** What an Ethernet card must be set to; its id is the link's name. */
export const EthernetSpec = defineResource({
	type: 'EthernetSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(EthernetSpecSpecSchema, {
		rings: optional(
			record({
				rx: optional(whole),
				tx: optional(whole),
				'rx-mini': named('rxMini', optional(whole)),
				'rx-jumbo': named('rxJumbo', optional(whole)),
				'rx-buf-len': named('rxBufLen', optional(whole)),
				'cqe-size': named('cqeSize', optional(whole)),
				'tx-push': named('txPush', optional(flag)),
				'rx-push': named('rxPush', optional(flag)),
				'tx-push-buf-len': named('txPushBufLen', optional(whole)),
				'tcp-data-split': named('tcpDataSplit', optional(flag)),
			}),
		),
		features: optional(map(flag)),
		channels: optional(record({ rx: optional(whole), tx: optional(whole), other: optional(whole), combined: optional(whole) })),
		wakeOnLan: optional(list(wakeOnLanMode)),
	}),
});

export type EthernetSpecSpec = SpecOf<typeof EthernetSpec>;
