import type { Series } from '../facts/node-facts.ts';

/** How something is, and so the color that it is shown in. */
export type Tone = 'plain' | 'good' | 'bad' | 'unsure';

/** A fact with its name. */
export interface Field {
	readonly name: string;
	readonly value: string;
	readonly tone: Tone;
}

/** A service of a node. */
export interface ServiceRow {
	readonly id: string;
	readonly state: string;
	readonly health: string;
	readonly tone: Tone;
	/** How long ago its state changed: `1h2m3s`. */
	readonly age: string;
	readonly message: string;
}

/** A process of a node. */
export interface ProcessRow {
	readonly pid: number;
	readonly state: string;
	/** Percent of all processors. */
	readonly processor: string;
	/** Percent of the memory. */
	readonly memory: string;
	readonly virtual: string;
	readonly resident: string;
	readonly time: string;
	readonly threads: number;
	readonly command: string;
}

/** A link of a node with its addresses. */
export interface LinkRow {
	readonly name: string;
	readonly kind: string;
	readonly state: string;
	readonly tone: Tone;
	readonly mtu: string;
	readonly hardware: string;
	readonly addresses: readonly string[];
}

/** A route of a node's main table. */
export interface RouteRow {
	readonly destination: string;
	readonly gateway: string;
	readonly link: string;
	readonly metric: string;
}

/** Something that a person can do something about, and where it is described. */
interface DiagnosticRow {
	readonly url: string;
	readonly message: string;
}

/**
 * What is shown of a node, as plain data: the terminal draws it and the page in the browser, which gets it as JSON.
 * Nothing in it obeys a terminal: control characters are escaped.
 */
export interface NodeReport {
	/** As the user names it. */
	readonly node: string;
	readonly hostname: string;
	readonly connection: 'connecting' | 'live' | 'lost';
	/** What is wrong with the node, in one line; empty when nothing is. */
	readonly trouble: string;
	readonly stage: string;
	readonly ready: Tone;
	/** Name and version of the system, then how long the node is up, processors, memory, and how busy these are. */
	readonly headline: readonly string[];
	readonly talos: readonly Field[];
	readonly kubernetes: readonly Field[];
	readonly network: readonly Field[];
	readonly diagnostics: readonly DiagnosticRow[];
	readonly services: readonly ServiceRow[];
	/** Shares of 1. */
	readonly gauges: { readonly processor: number; readonly memory: number };
	readonly processor: readonly Field[];
	readonly load: readonly Field[];
	readonly activity: readonly Field[];
	readonly memory: readonly Field[];
	readonly series: Series;
	/** The busiest first. */
	readonly processes: readonly ProcessRow[];
	readonly links: readonly LinkRow[];
	readonly routes: readonly RouteRow[];
	readonly log: readonly string[];
	/** How many lines there were before the first one of {@link log}. */
	readonly logDropped: number;
}
