import type { DriverInformation } from '../driver.ts';
import type { Ethtool, Feature, LinkMode } from '../ethtool.ts';
import type { Channels, Rings } from '../numbers.ts';

/** A card in memory. What is not there, it cannot answer. */
export interface FakeCard {
	readonly linkState?: boolean;
	readonly port?: number;
	readonly linkMode?: LinkMode;
	readonly features?: readonly Feature[];
	readonly rings?: Rings;
	readonly channels?: Channels;
	readonly wakeOnLan?: number;
	readonly driver?: DriverInformation;
}

/** Cards by the index of their link, and for drivers by its name. */
export class FakeEthtool implements Ethtool {
	readonly #cards: Map<number | string, FakeCard>;
	readonly #watches = new Set<() => void>();

	constructor(cards: Readonly<Record<number | string, FakeCard>> = {}) {
		this.#cards = new Map(Object.entries(cards).map(([key, card]) => [/^\d+$/.test(key) ? Number(key) : key, card]));
	}

	linkState = (index: number): boolean | undefined => this.#cards.get(index)?.linkState;
	port = (index: number): number | undefined => this.#cards.get(index)?.port;
	linkMode = (index: number): LinkMode | undefined => this.#cards.get(index)?.linkMode;
	features = (index: number): readonly Feature[] | undefined => this.#cards.get(index)?.features;
	rings = (index: number): Rings | undefined => this.#cards.get(index)?.rings;
	channels = (index: number): Channels | undefined => this.#cards.get(index)?.channels;
	wakeOnLan = (index: number): number | undefined => this.#cards.get(index)?.wakeOnLan;
	driver = (name: string): DriverInformation | undefined => this.#cards.get(name)?.driver;

	setRings(index: number, rings: Rings): void {
		this.#change(index, { rings: { ...this.rings(index), ...rings } });
	}

	setChannels(index: number, channels: Channels): void {
		this.#change(index, { channels: { ...this.channels(index), ...channels } });
	}

	setFeatures(index: number, features: Readonly<Record<string, boolean>>): void {
		const status = (name: string, before: string): string => (features[name] === undefined ? before : features[name] ? 'on' : 'off');
		this.#change(index, { features: (this.features(index) ?? []).map((one) => ({ ...one, status: status(one.name, one.status) })) });
	}

	setWakeOnLan(index: number, wakeOnLan: number): void {
		this.#change(index, { wakeOnLan });
	}

	watch(onChange: () => void): () => void {
		this.#watches.add(onChange);
		return () => this.#watches.delete(onChange);
	}

	close(): void {
		this.#watches.clear();
	}

	#change(index: number, change: FakeCard): void {
		this.#cards.set(index, { ...this.#cards.get(index), ...change });
		for (const tell of this.#watches) tell();
	}
}
