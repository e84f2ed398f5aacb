import { attribute, numberIn, u8 } from '../netlink/attributes.ts';

/** Sizes of a card's rings; what it does not have is not there. */
export type Rings = { readonly [Name in keyof typeof ringNumbers]?: number };
export type Channels = { readonly [Name in keyof typeof channelNumbers]?: number };

/** ETHTOOL_A_RINGS_* of linux/ethtool_netlink.h, with the width of the value in bytes. */
export const ringNumbers = {
	rxMax: [2, 4],
	rxMiniMax: [3, 4],
	rxJumboMax: [4, 4],
	txMax: [5, 4],
	rx: [6, 4],
	rxMini: [7, 4],
	rxJumbo: [8, 4],
	tx: [9, 4],
	rxBufLen: [10, 4],
	tcpDataSplit: [11, 1],
	cqeSize: [12, 4],
	txPush: [13, 1],
	rxPush: [14, 1],
	txPushBufLen: [15, 4],
	txPushBufLenMax: [16, 4],
} as const;

/** ETHTOOL_A_CHANNELS_* of the same. */
export const channelNumbers = {
	rxMax: [2, 4],
	txMax: [3, 4],
	otherMax: [4, 4],
	combinedMax: [5, 4],
	rx: [6, 4],
	tx: [7, 4],
	other: [8, 4],
	combined: [9, 4],
} as const;

type Numbers = Readonly<Record<string, readonly [type: number, width: number]>>;

export function readNumbers<Names extends Numbers>(
	names: Names,
	attributes: ReadonlyMap<number, Buffer> | undefined,
): { readonly [Name in keyof Names]?: number } | undefined {
	if (attributes === undefined) return undefined;
	const found = Object.entries(names).flatMap(([name, [type]]) => {
		const value = numberIn(attributes.get(type));
		return value === undefined ? [] : [[name, value] as const];
	});
	return Object.fromEntries(found) as { readonly [Name in keyof Names]?: number };
}

export function encodeNumbers(names: Numbers, values: Readonly<Record<string, number>>): readonly Buffer[] {
	return Object.entries(names).flatMap(([name, [type, width]]) => {
		const value = values[name];
		return value === undefined ? [] : [attribute(type, width === 1 ? u8(value) : value)];
	});
}
