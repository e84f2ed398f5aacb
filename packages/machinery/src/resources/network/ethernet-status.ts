import { EthernetStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { flag, list, named, optional, record, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { duplex, port, wakeOnLanMode } from './kernel-words.ts';

const feature = list(record({ name: text, status: text }));

/** People see a map. */
const features: typeof feature = {
	shape: { kind: 'map', of: text.shape },
	bind: (slot) => ({
		...feature.bind(slot),
		view: (values) => Object.fromEntries(values.map(({ name, status }) => [name, status])),
	}),
};

/** What an Ethernet card is set to, as ethtool(8) tells it; its id is the link's name. */
export const EthernetStatus = defineResource({
	type: 'EthernetStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['ethtool'],
	printColumns: [
		{ name: 'Link', jsonPath: '{.linkState}' },
		{ name: 'Speed', jsonPath: '{.speedMbit}' },
	],
	codec: specCodec(EthernetStatusSpecSchema, {
		linkState: optional(flag),
		speedMbit: named('speedMegabits', optional(whole)),
		port,
		duplex,
		ourModes: optional(list(text)),
		peerModes: optional(list(text)),
		rings: optional(
			record({
				'rx-max': named('rxMax', optional(whole)),
				'rx-mini-max': named('rxMiniMax', optional(whole)),
				'rx-jumbo-max': named('rxJumboMax', optional(whole)),
				'tx-max': named('txMax', optional(whole)),
				'tx-push-buf-len-max': named('txPushBufLenMax', optional(whole)),
				rx: optional(whole),
				'rx-mini': named('rxMini', optional(whole)),
				'rx-jumbo': named('rxJumbo', optional(whole)),
				tx: optional(whole),
				'rx-buf-len': named('rxBufLen', optional(whole)),
				'cqe-size': named('cqeSize', optional(whole)),
				'tx-push': named('txPush', optional(flag)),
				'rx-push': named('rxPush', optional(flag)),
				'tx-push-buf-len': named('txPushBufLen', optional(whole)),
				'tcp-data-split': named('tcpDataSplit', optional(flag)),
			}),
		),
		features: optional(features),
		channels: optional(
			record({
				'rx-max': named('rxMax', optional(whole)),
				'tx-max': named('txMax', optional(whole)),
				'other-max': named('otherMax', optional(whole)),
				'combined-max': named('combinedMax', optional(whole)),
				rx: optional(whole),
				tx: optional(whole),
				other: optional(whole),
				combined: optional(whole),
			}),
		),
		wakeOnLAN: named('wakeOnLan', optional(list(wakeOnLanMode))),
	}),
});

export type EthernetStatusSpec = SpecOf<typeof EthernetStatus>;
