import { LinuxError } from '../errors.ts';
import { attribute, numberIn, readAttributes } from '../netlink/attributes.ts';
import { genericFamily, genericRequest, openGeneric } from '../netlink/generic.ts';
import { families, watchGroups } from '../netlink/socket.ts';
import { encodeBitset, readBitset } from './bitset.ts';
import { type DriverInformation, driverInformation } from './driver.ts';
import { type Channels, channelNumbers, encodeNumbers, type Rings, readNumbers, ringNumbers } from './numbers.ts';

/** What network cards are set to: ethtool(8). A question that a card cannot answer is answered by undefined. */
export interface Ethtool {
	/** Whether there is carrier. */
	linkState(index: number): boolean | undefined;
	/** PORT_* of linux/ethtool.h. */
	port(index: number): number | undefined;
	linkMode(index: number): LinkMode | undefined;
	features(index: number): readonly Feature[] | undefined;
	rings(index: number): Rings | undefined;
	channels(index: number): Channels | undefined;
	/** Bits of WAKE_*. */
	wakeOnLan(index: number): number | undefined;
	driver(name: string): DriverInformation | undefined;

	/** Each throws LinuxError with what the kernel says against it. What is not there stays. */
	setRings(index: number, rings: Rings): void;
	setChannels(index: number, channels: Channels): void;
	setFeatures(index: number, features: Readonly<Record<string, boolean>>): void;
	setWakeOnLan(index: number, modes: number): void;

	/** Calls back when settings of cards change. Returns what ends the watch. */
	watch(onChange: () => void): () => void;
	close(): void;
}

export interface LinkMode {
	/** Megabits per second; 0 when it is not known. */
	readonly speed: number;
	/** DUPLEX_* of linux/ethtool.h. */
	readonly duplex: number;
	readonly ours: readonly string[];
	readonly peer: readonly string[];
}

export interface Feature {
	readonly name: string;
	/** `on`, `off`, with ` [fixed]` or ` [requested on]` behind it. */
	readonly status: string;
}

/** The cards of the calling thread's network namespace. Throws LinuxError "not-found" when the kernel has no ethtool netlink. */
export function openEthtool(): Ethtool {
	const socket = openGeneric();
	const family = genericFamily(socket, 'ethtool');

	function ask(command: number, index: number): ReadonlyMap<number, Buffer> | undefined {
		try {
			const what = `ask about link #${index}`;
			const [answer] = genericRequest(socket, { what, family: family.id, command, version, attributes: [header(index)] });
			return answer === undefined ? undefined : readAttributes(answer);
		} catch (error) {
			if (error instanceof LinuxError && unanswerable.has(error.code)) return undefined;
			throw error;
		}
	}

	function set(command: number, index: number, attributes: readonly Buffer[]): void {
		const what = `change the settings of link #${index}`;
		genericRequest(socket, { what, family: family.id, command, version, attributes: [header(index), ...attributes] });
	}

	return {
		linkState: (index) => {
			const state = numberIn(ask(commands.linkState, index)?.get(linkUp));
			return state === undefined ? undefined : state !== 0;
		},
		port: (index) => numberIn(ask(commands.linkInfo, index)?.get(linkPort)),
		linkMode(index) {
			const answer = ask(commands.linkModes, index);
			if (answer === undefined) return undefined;
			const speed = numberIn(answer.get(modes.speed)) ?? unknownSpeed;
			return {
				speed: speed === unknownSpeed ? 0 : speed,
				duplex: numberIn(answer.get(modes.duplex)) ?? unknownDuplex,
				ours: namesIn(answer.get(modes.ours)),
				peer: namesIn(answer.get(modes.peer)),
			};
		},
		features(index) {
			const answer = ask(commands.features, index);
			if (answer === undefined) return undefined;
			const active = new Set(namesIn(answer.get(features.active)));
			const wanted = new Set(namesIn(answer.get(features.wanted)));
			const fixed = new Set(namesIn(answer.get(features.noChange)));
			// a bit that has lost its feature has no name any more
			const named = readBitset(answer.get(features.hardware)).filter(({ name }) => name !== '');
			return named.map(({ name, on: changeable }) => {
				const state = active.has(name);
				const suffix =
					!changeable || fixed.has(name) ? ' [fixed]' : wanted.has(name) === state ? '' : ` [requested ${state ? 'off' : 'on'}]`;
				return { name, status: `${state ? 'on' : 'off'}${suffix}` };
			});
		},
		rings: (index) => readNumbers(ringNumbers, ask(commands.rings, index)),
		channels: (index) => readNumbers(channelNumbers, ask(commands.channels, index)),
		wakeOnLan(index) {
			const answer = ask(commands.wakeOnLan, index);
			if (answer === undefined) return undefined;
			return readBitset(answer.get(wakeModes)).reduce((bits, { index: bit, on }) => (on ? bits | (1 << bit) : bits), 0);
		},
		driver: driverInformation,
		setRings: (index, rings) => set(commands.setRings, index, encodeNumbers(ringNumbers, rings)),
		setChannels: (index, channels) => set(commands.setChannels, index, encodeNumbers(channelNumbers, channels)),
		setFeatures: (index, wanted) => set(commands.setFeatures, index, [encodeBitset(features.wanted, wanted)]),
		setWakeOnLan(index, bits) {
			const names = wakeNames.map((name, bit) => [name, (bits & (1 << bit)) !== 0] as const);
			set(commands.setWakeOnLan, index, [encodeBitset(wakeModes, Object.fromEntries(names.filter(([, on]) => on)), false)]);
		},
		watch: (onChange) => watchGroups(families.generic, [family.groups.get('monitor') ?? 0], () => onChange()),
		close: () => socket.close(),
	};
}

function header(index: number): Buffer {
	return attribute(requestHeader, [attribute(deviceIndex, index)]);
}

function namesIn(bitset: Buffer | undefined): readonly string[] {
	return readBitset(bitset).flatMap(({ name, on }) => (on ? [name] : []));
}

/** A link that has no such setting, or that has gone. */
const unanswerable: ReadonlySet<string> = new Set(['not-supported', 'not-found', 'invalid-argument']);

const version = 1;

/** ETHTOOL_MSG_* of linux/ethtool_netlink.h. */
const commands = {
	linkInfo: 2,
	linkModes: 4,
	linkState: 6,
	wakeOnLan: 9,
	setWakeOnLan: 10,
	features: 11,
	setFeatures: 12,
	rings: 15,
	setRings: 16,
	channels: 17,
	setChannels: 18,
} as const;

/** ETHTOOL_A_* of the same. The header is the first attribute of every message. */
const requestHeader = 1;
const deviceIndex = 1;
const linkPort = 2;
const linkUp = 2;
const modes = { ours: 3, peer: 4, speed: 5, duplex: 6 } as const;
const features = { hardware: 2, wanted: 3, active: 4, noChange: 5 } as const;
const wakeModes = 2;
/** SPEED_UNKNOWN, DUPLEX_UNKNOWN, and the names of WAKE_* from bit 0 on. */
const unknownSpeed = 0xffffffff;
const unknownDuplex = 255;
const wakeNames = ['phy', 'ucast', 'mcast', 'bcast', 'arp', 'magic', 'magicsecure', 'filter'] as const;
