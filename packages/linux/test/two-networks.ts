import { closeSync, openSync } from 'node:fs';
import { libc } from '../src/libc/libc.ts';
import { openRouteNetlink, type RouteNetlink } from '../src/netlink/route-netlink.ts';

/** Two network namespaces with a cable between them; the process is in the one that is called near. */
export interface TwoNetworks {
	/** Opened in the near one, which has `near0`. */
	readonly near: RouteNetlink;
	/** Opened in the far one, which has `far0`. */
	readonly far: RouteNetlink;
	/** Does something in the far one: sockets that are made meanwhile are its. Nothing else may make one before it is over. */
	inFar<T>(action: () => Promise<T> | T): Promise<T>;
	close(): void;
}

/** Takes the process into new namespaces, for its whole life; undefined without the right to. Their links are up, loopbacks too. */
export function twoNetworks(): TwoNetworks | undefined {
	if (!enterNetwork()) return undefined;
	const farPlace = openSync(ownNetwork, 'r');
	const far = openRouteNetlink();
	libc.unshare(newNetwork);
	const nearPlace = openSync(ownNetwork, 'r');
	const near = openRouteNetlink();
	near.addLink({ name: 'near0', kind: 'veth', peerName: 'far0' });
	near.changeLink(indexOf(near, 'far0'), { networkNamespace: farPlace });
	for (const [kernel, name] of [
		[near, 'lo'],
		[far, 'lo'],
		[near, 'near0'],
		[far, 'far0'],
	] as const)
		kernel.changeLink(indexOf(kernel, name), { up: true });
	return {
		near,
		far,
		async inFar(action) {
			libc.enterNamespace(farPlace);
			try {
				return await action();
			} finally {
				libc.enterNamespace(nearPlace);
			}
		},
		close() {
			near.close();
			far.close();
			closeSync(nearPlace);
			closeSync(farPlace);
		},
	};
}

/** Takes the process into a new network namespace, for its whole life. False without the right to. */
export function enterNetwork(): boolean {
	try {
		libc.unshare(newNetwork);
		return true;
	} catch {
		return false;
	}
}

/** The index of a link that must be there. */
export function indexOf(kernel: RouteNetlink, name: string): number {
	const link = kernel.links().find((one) => one.name === name);
	if (link === undefined) throw new Error(`there is no link ${name}`);
	return link.index;
}

/** CLONE_NEWNET of clone(2). */
const newNetwork = 0x40000000;
const ownNetwork = '/proc/thread-self/ns/net';
