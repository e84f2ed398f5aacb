import { LinuxError } from '../../errors.ts';
import type { Address, AddressChange } from '../address.ts';
import { addressFamilies } from '../address.ts';
import { type Link, type LinkChange, linkFlags } from '../link.ts';
import type { LinkData } from '../link-data.ts';
import type { Route } from '../route.ts';
import type { RouteNetlink, WatchKind } from '../route-netlink.ts';
import type { Rule } from '../rule.ts';

/** A kernel in memory: keeps what it is told, refuses what the real one refuses by name or index, and tells the watchers. */
export class FakeRouteNetlink implements RouteNetlink {
	#links: readonly Link[];
	#addresses: readonly Address[] = [];
	#routes: readonly Route[] = [];
	#rules: readonly Rule[] = [];
	readonly #watches = new Set<{ readonly kinds: readonly WatchKind[]; readonly onChange: () => void }>();

	constructor(links: readonly Link[] = [fakeLink(1, 'lo', { type: 772, flags: linkFlags.up | linkFlags.loopback })]) {
		this.#links = links;
	}

	links(): readonly Link[] {
		return this.#links;
	}

	addresses(): readonly Address[] {
		return this.#addresses;
	}

	routes(): readonly Route[] {
		return this.#routes;
	}

	rules(): readonly Rule[] {
		return this.#rules;
	}

	addLink(change: LinkChange): void {
		if (this.#links.some(({ name }) => name === change.name)) throw new LinuxError('already-exists', `the link ${change.name} is there`);
		const index = Math.max(0, ...this.#links.map((link) => link.index)) + 1;
		this.#links = [...this.#links, changed(fakeLink(index, change.name ?? `link${index}`), change)];
		this.#tell('links');
	}

	changeLink(index: number, change: LinkChange): void {
		this.#mustHave(index);
		this.#links = this.#links.map((link) => (link.index === index ? changed(link, change) : link));
		this.#tell('links');
	}

	removeLink(index: number): void {
		this.#mustHave(index);
		this.#links = this.#links.filter((link) => link.index !== index);
		this.#addresses = this.#addresses.filter(({ linkIndex }) => linkIndex !== index);
		this.#tell('links');
		this.#tell('addresses');
	}

	addAddress(change: AddressChange): void {
		this.#mustHave(change.linkIndex);
		if (this.#addresses.some((one) => sameAddress(one, change)))
			throw new LinuxError('already-exists', `the address ${change.address} is there`);
		const family = change.address.includes(':') ? addressFamilies.inet6 : addressFamilies.inet4;
		const { broadcast = '', validSeconds: _, ...rest } = change;
		this.#addresses = [...this.#addresses, { ...rest, family, broadcast, local: '', anycast: '', multicast: '' }];
		this.#tell('addresses');
	}

	/** Does not end by itself: remove it to let its time be over. */
	holdAddress(change: AddressChange & { readonly validSeconds: number }): void {
		this.#mustHave(change.linkIndex);
		if (!this.#addresses.some((one) => sameAddress(one, change))) this.addAddress(change);
	}

	removeAddress(change: AddressChange): void {
		const left = this.#addresses.filter((one) => !sameAddress(one, change));
		if (left.length === this.#addresses.length) throw new LinuxError('not-found', `no address ${change.address}`);
		this.#addresses = left;
		this.#tell('addresses');
	}

	addRoute(route: Route): void {
		if (this.#routes.some((one) => sameRoute(one, route)))
			throw new LinuxError('already-exists', `the route to ${route.destination} is there`);
		this.#routes = [...this.#routes, route];
		this.#tell('routes');
	}

	removeRoute(route: Route): void {
		const left = this.#routes.filter((one) => !sameRoute(one, route));
		if (left.length === this.#routes.length) throw new LinuxError('not-found', `no route to ${route.destination}`);
		this.#routes = left;
		this.#tell('routes');
	}

	addRule(rule: Rule): void {
		if (this.#rules.some((one) => sameRule(one, rule))) throw new LinuxError('already-exists', `the rule ${rule.priority} is there`);
		this.#rules = [...this.#rules, rule];
		this.#tell('rules');
	}

	removeRule(rule: Rule): void {
		const left = this.#rules.filter((one) => !sameRule(one, rule));
		if (left.length === this.#rules.length) throw new LinuxError('not-found', `no rule ${rule.priority}`);
		this.#rules = left;
		this.#tell('rules');
	}

	watch(kinds: readonly WatchKind[], onChange: () => void): () => void {
		const watch = { kinds, onChange };
		this.#watches.add(watch);
		return () => this.#watches.delete(watch);
	}

	close(): void {
		this.#watches.clear();
	}

	#mustHave(index: number): void {
		if (!this.#links.some((link) => link.index === index)) throw new LinuxError('not-found', `no link #${index}`);
	}

	#tell(kind: WatchKind): void {
		for (const { kinds, onChange } of this.#watches) if (kinds.includes(kind)) onChange();
	}
}

/** An Ethernet link that is up, with what is given besides. */
export function fakeLink(index: number, name: string, more: Partial<Link> = {}): Link {
	return {
		index,
		name,
		type: 1,
		flags: linkFlags.up,
		hardwareAddress: `02:00:00:00:00:${index.toString(16).padStart(2, '0')}`,
		broadcastAddress: 'ff:ff:ff:ff:ff:ff',
		permanentAddress: '',
		mtu: 1500,
		queueDiscipline: 'noqueue',
		operationalState: 6,
		parentIndex: 0,
		masterIndex: 0,
		alias: '',
		alternativeNames: [],
		kind: '',
		slaveKind: '',
		data: {},
		...more,
	};
}

function changed(link: Link, { up, multicast, ...change }: LinkChange): Link {
	const flags = withFlag(withFlag(link.flags, linkFlags.up, up), linkFlags.multicast, multicast);
	const data = Object.entries(change.data ?? {}).map(([kind, settings]) => [kind, { ...link.data[kind as keyof LinkData], ...settings }]);
	return { ...link, ...change, flags, data: { ...link.data, ...(Object.fromEntries(data) as LinkData) } };
}

function withFlag(flags: number, flag: number, on: boolean | undefined): number {
	return on === undefined ? flags : on ? flags | flag : flags & ~flag;
}

function sameAddress(
	a: { readonly linkIndex: number; readonly address: string },
	b: { readonly linkIndex: number; readonly address: string },
): boolean {
	return a.linkIndex === b.linkIndex && a.address === b.address;
}

function sameRoute(a: Route, b: Route): boolean {
	return (
		a.table === b.table && a.destination === b.destination && a.priority === b.priority && a.family === b.family && a.gateway === b.gateway
	);
}

function sameRule(a: Rule, b: Rule): boolean {
	return a.family === b.family && a.priority === b.priority;
}
