import { type Address, type AddressChange, encodeAddress, readAddress } from './address.ts';
import { encodeLink, type Link, type LinkChange, readLink } from './link.ts';
import { flags } from './message.ts';
import { encodeRoute, type Route, readRoute } from './route.ts';
import { encodeRule, type Rule, readRule } from './rule.ts';
import { families, NetlinkSocket, watchGroups } from './socket.ts';

/** The kernel's links, addresses, routes and rules. Every method throws LinuxError with what the kernel says against it. */
export interface RouteNetlink {
	links(): readonly Link[];
	addresses(): readonly Address[];
	routes(): readonly Route[];
	rules(): readonly Rule[];

	/** "already-exists" when a link of that name is there, "not-supported" when this kernel has no such kind. */
	addLink(change: LinkChange): void;
	changeLink(index: number, change: LinkChange): void;
	removeLink(index: number): void;

	addAddress(change: AddressChange): void;
	/**
	 * Adds an address that the kernel removes by itself when its time is over, a quarter of a second late at most. One that
	 * is there already lasts anew.
	 */
	holdAddress(change: AddressChange & { readonly validSeconds: number }): void;
	removeAddress(change: AddressChange): void;

	addRoute(route: Route): void;
	removeRoute(route: Route): void;

	addRule(rule: Rule): void;
	removeRule(rule: Rule): void;

	/**
	 * Calls back after changes of these kinds; what has changed is for the caller to read.
	 *
	 * @returns ends the watch
	 */
	watch(kinds: readonly WatchKind[], onChange: () => void): () => void;
	close(): void;
}

export type WatchKind = 'links' | 'addresses' | 'routes' | 'rules';

/** The kernel of the calling thread's network namespace. */
export function openRouteNetlink(): RouteNetlink {
	const socket = new NetlinkSocket(families.route);
	return {
		links: () => socket.list('links', rtm.getLink, Buffer.alloc(16)).map(({ body }) => readLink(body)),
		addresses: () => socket.list('addresses', rtm.getAddress, Buffer.alloc(8)).map(({ body }) => readAddress(body)),
		routes: () => socket.list('routes', rtm.getRoute, Buffer.alloc(12)).map(({ body }) => readRoute(body)),
		rules: () => socket.list('routing rules', rtm.getRule, Buffer.alloc(12)).map(({ body }) => readRule(body)),

		addLink(change) {
			socket.request(`add the link ${change.name ?? ''}`, rtm.newLink, encodeLink(0, change), flags.create | flags.exclusive);
		},
		changeLink(index, change) {
			socket.request(`change the link ${change.name ?? `#${index}`}`, rtm.newLink, encodeLink(index, change));
		},
		removeLink(index) {
			socket.request(`remove the link #${index}`, rtm.deleteLink, encodeLink(index, {}));
		},
		addAddress(change) {
			socket.request(`add the address ${change.address}`, rtm.newAddress, encodeAddress(change), flags.create | flags.exclusive);
		},
		holdAddress(change) {
			socket.request(`hold the address ${change.address}`, rtm.newAddress, encodeAddress(change), flags.create | flags.replace);
		},
		removeAddress(change) {
			socket.request(`remove the address ${change.address}`, rtm.deleteAddress, encodeAddress(change));
		},
		addRoute(route) {
			socket.request(`add the route to ${routeName(route)}`, rtm.newRoute, encodeRoute(route), flags.create | flags.exclusive);
		},
		removeRoute(route) {
			socket.request(`remove the route to ${routeName(route)}`, rtm.deleteRoute, encodeRoute(route));
		},
		addRule(rule) {
			socket.request(`add the routing rule ${rule.priority}`, rtm.newRule, encodeRule(rule), flags.create | flags.exclusive);
		},
		removeRule(rule) {
			socket.request(`remove the routing rule ${rule.priority}`, rtm.deleteRule, encodeRule(rule));
		},
		watch(kinds, onChange) {
			const wanted = kinds.flatMap((kind) => groups[kind]);
			return watchGroups(families.route, wanted, () => onChange());
		},
		close: () => socket.close(),
	};
}

function routeName({ destination, gateway }: Route): string {
	return `${destination === '' ? 'default' : destination}${gateway === '' ? '' : ` through ${gateway}`}`;
}

/** RTM_* of linux/rtnetlink.h. */
const rtm = {
	newLink: 16,
	deleteLink: 17,
	getLink: 18,
	newAddress: 20,
	deleteAddress: 21,
	getAddress: 22,
	newRoute: 24,
	deleteRoute: 25,
	getRoute: 26,
	newRule: 32,
	deleteRule: 33,
	getRule: 34,
} as const;

/** RTNLGRP_* of linux/rtnetlink.h. */
const groups: Readonly<Record<WatchKind, readonly number[]>> = {
	links: [1],
	addresses: [5, 9],
	routes: [7, 11],
	rules: [8, 19],
};
