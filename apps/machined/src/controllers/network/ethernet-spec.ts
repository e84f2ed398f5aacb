import type { Ethtool, Rings } from '@ichor/linux/ethtool';
import { EthernetSpec, type EthernetSpecSpec, LinkStatus, numberOfWord, wakeOnLanModes } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';

/** Sets network cards as they must be; what nobody speaks of stays, also when somebody has spoken of it before. */
export function ethernetSpecController(cards: Ethtool): Controller {
	return reconciling({
		name: 'network.EthernetSpecController',
		inputs: [
			{ ...EthernetSpec.kind, kind: 'weak' },
			{ ...LinkStatus.kind, kind: 'weak' },
		],
		outputs: [],
		async reconcile(context, runtime) {
			const links = await runtime.list(LinkStatus.kind);
			for (const { metadata, spec } of await runtime.list(EthernetSpec.kind)) {
				const link =
					links.find((one) => one.metadata.id === metadata.id) ??
					links.find((one) => one.spec.alias === metadata.id || one.spec.altNames?.includes(metadata.id));
				if (link === undefined) continue;
				const changed = apply(cards, link.spec.index, spec);
				if (changed.length > 0) context.log('info', 'changed network card', { link: link.metadata.id, change: changed.join(', ') });
			}
		},
	});
}

/** Changes what differs: a card may lose its link for a moment when it is told what it knows. Returns what has been changed. */
function apply(cards: Ethtool, index: number, { rings, features, channels, wakeOnLan }: EthernetSpecSpec): readonly string[] {
	const changed: string[] = [];
	const wantedRings = ringsOf(rings ?? {});
	if (differs(wantedRings, cards.rings(index))) {
		cards.setRings(index, wantedRings);
		changed.push('rings');
	}
	const states = new Map(cards.features(index)?.map(({ name, status }) => [name, status.startsWith('on')]));
	if (differs(features ?? {}, Object.fromEntries(states))) {
		cards.setFeatures(index, features ?? {});
		changed.push('features');
	}
	if (differs(channels ?? {}, cards.channels(index))) {
		cards.setChannels(index, channels ?? {});
		changed.push('channels');
	}
	const modes = wakeOnLan?.reduce((bits, mode) => bits | numberOfWord(wakeOnLanModes, mode), 0);
	if (modes !== undefined && modes !== cards.wakeOnLan(index)) {
		cards.setWakeOnLan(index, modes);
		changed.push('wake-on-LAN');
	}
	return changed;
}

type Settings = Readonly<Record<string, number | boolean | undefined>>;

function differs(wanted: Settings, there: Settings = {}): boolean {
	return Object.entries(wanted).some(([name, value]) => value !== undefined && value !== there[name]);
}

function ringsOf(rings: NonNullable<EthernetSpecSpec['rings']>): Rings {
	const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));
	const split = rings['tcp-data-split'];
	const wanted = {
		rx: rings.rx,
		tx: rings.tx,
		rxMini: rings['rx-mini'],
		rxJumbo: rings['rx-jumbo'],
		rxBufLen: rings['rx-buf-len'],
		cqeSize: rings['cqe-size'],
		txPush: flag(rings['tx-push']),
		rxPush: flag(rings['rx-push']),
		txPushBufLen: rings['tx-push-buf-len'],
		// ETHTOOL_TCP_DATA_SPLIT_DISABLED and _ENABLED
		tcpDataSplit: split === undefined ? undefined : split ? 2 : 1,
	};
	return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
