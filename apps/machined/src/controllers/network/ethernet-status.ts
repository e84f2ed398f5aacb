import type { Ethtool, Rings } from '@ichor/linux/ethtool';
import {
	duplexes,
	EthernetStatus,
	type EthernetStatusSpec,
	LinkStatus,
	ports,
	wakeOnLanModes,
	wordOfNumber,
} from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { following } from './following.ts';
import { given } from './given.ts';

/** What the network cards are set to; links that have nothing to set have no status. The speed is, as upstream, the link's. */
export function ethernetStatusController(cards: Ethtool): Controller {
	return following((onChange) => cards.watch(onChange), {
		name: 'network.EthernetStatusController',
		inputs: [{ ...LinkStatus.kind, kind: 'weak' }],
		outputs: [{ type: EthernetStatus.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			runtime.startTrackingOutputs();
			for (const { metadata, spec } of await runtime.list(LinkStatus.kind)) {
				const port = cards.port(spec.index);
				if (port !== undefined) await publish(runtime, EthernetStatus, metadata.id, statusOf(spec.index, port, cards));
			}
			await runtime.cleanupOutputs(EthernetStatus.kind);
		},
	});
}

function statusOf(index: number, port: number, cards: Ethtool): EthernetStatusSpec {
	const state = cards.linkState(index);
	const mode = cards.linkMode(index);
	const wake = cards.wakeOnLan(index) ?? 0;
	const features = cards.features(index);
	const rings = cards.rings(index);
	const channels = cards.channels(index);
	return {
		...(state === undefined ? {} : { linkState: state }),
		port: wordOfNumber('Port', ports, port),
		duplex: wordOfNumber('Duplex', duplexes, mode?.duplex ?? duplexes.Half),
		...given({ ourModes: mode?.ours, peerModes: mode?.peer }),
		...(rings === undefined ? {} : { rings: ringsOf(rings) }),
		...given({ features }),
		...(channels === undefined
			? {}
			: {
					channels: there({
						'rx-max': channels.rxMax,
						'tx-max': channels.txMax,
						'other-max': channels.otherMax,
						'combined-max': channels.combinedMax,
						rx: channels.rx,
						tx: channels.tx,
						other: channels.other,
						combined: channels.combined,
					}),
				}),
		...given({
			wakeOnLAN: Object.entries(wakeOnLanModes).flatMap(([word, bit]) => ((wake & bit) === 0 ? [] : [word as keyof typeof wakeOnLanModes])),
		}),
	};
}

function ringsOf(rings: Rings): NonNullable<EthernetStatusSpec['rings']> {
	return there({
		'rx-max': rings.rxMax,
		'rx-mini-max': rings.rxMiniMax,
		'rx-jumbo-max': rings.rxJumboMax,
		'tx-max': rings.txMax,
		'tx-push-buf-len-max': rings.txPushBufLenMax,
		rx: rings.rx,
		'rx-mini': rings.rxMini,
		'rx-jumbo': rings.rxJumbo,
		tx: rings.tx,
		'rx-buf-len': rings.rxBufLen,
		'cqe-size': rings.cqeSize,
		'tx-push': truthOf(rings.txPush),
		'rx-push': truthOf(rings.rxPush),
		'tx-push-buf-len': rings.txPushBufLen,
		// ETHTOOL_TCP_DATA_SPLIT_ENABLED: 0 is unknown, 1 is off
		'tcp-data-split': rings.tcpDataSplit === undefined ? undefined : rings.tcpDataSplit === 2,
	});
}

function truthOf(value: number | undefined): boolean | undefined {
	return value === undefined ? undefined : value !== 0;
}

/** What the card has, zeros too. */
function there<T extends Readonly<Record<string, unknown>>>(values: T): { readonly [Key in keyof T]?: Exclude<T[Key], undefined> } {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
		readonly [Key in keyof T]?: Exclude<T[Key], undefined>;
	};
}
