import { openRouteNetlink } from '@ichor/linux/netlink';
import { type AddressQuestion, askForAddress } from '@ichor/linux/packet';
import type { RunningCluster } from './running-cluster.ts';

/** Who has an address that the nodes share, as their neighbours on the bridge see it. */
export interface AddressOwner {
	/** The hardware address of the last one that answered. */
	readonly current: string | undefined;
	/** When it first answered in a row, and when it last did (performance.now). */
	readonly since: number;
	readonly last: number;
	/** How long nobody had answered when it first did, in milliseconds. */
	readonly gap: number;
	/** How often two have answered in turn: each of these is a moment with two owners. */
	readonly conflicts: number;
	close(): void;
}

/** Asks every two milliseconds from the cluster's bridge on. */
export function watchAddressOwner(cluster: RunningCluster, ip: string): AddressOwner {
	let previous: string | undefined;
	const seen = { current: undefined as string | undefined, since: 0, last: 0, gap: 0, conflicts: 0 };
	const close = askForAddress({ ...questioner(cluster), ip, every: 2 }, (hardwareAddress) => {
		const now = performance.now();
		if (hardwareAddress !== seen.current) {
			// nobody wins an election again within half a second of having lost it
			if (hardwareAddress === previous && now - seen.since < 500) seen.conflicts += 1;
			previous = seen.current;
			Object.assign(seen, { current: hardwareAddress, since: now, gap: now - seen.last });
		}
		seen.last = now;
	});
	return Object.assign(seen, { close });
}

/** The hardware address of whoever answers first for an address; waits until somebody does. */
export async function hardwareAddressOf(cluster: RunningCluster, ip: string): Promise<string> {
	let close: (() => void) | undefined;
	try {
		return await new Promise((resolve) => {
			close = askForAddress({ ...questioner(cluster), ip, every: 20 }, resolve);
		});
	} finally {
		close?.();
	}
}

/** The cluster's bridge asks. */
function questioner({ description: { network } }: RunningCluster): Pick<AddressQuestion, 'link' | 'from'> {
	const kernel = openRouteNetlink();
	const index = kernel.addresses().find(({ local }) => local === network.gateway)?.linkIndex;
	const link = kernel.links().find((one) => one.index === index);
	kernel.close();
	if (link === undefined) throw new Error(`no link of this machine has the address ${network.gateway}`);
	return { link, from: network.gateway };
}
