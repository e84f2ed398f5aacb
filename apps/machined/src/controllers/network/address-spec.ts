import type { RouteNetlink } from '@ichor/linux/netlink';
import type { GratuitousArp } from '@ichor/linux/packet';
import { AddressSpec, addressFlags, bitsOf, numberOfWord, parsedPrefix, scopes } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { messageOf } from '@ichor/std';
import { applying } from './applying.ts';
import { changesOf } from './following.ts';
import { linkNamed } from './link-names.ts';

/**
 * Gives links the addresses that they must have. Addresses that nobody has spoken of are left alone, and so are those
 * that are not permanent: whoever wants them holds them with a lifetime.
 */
export function addressSpecController(kernel: RouteNetlink, arp: GratuitousArp): Controller {
	return applying({
		name: 'network.AddressSpecController',
		type: AddressSpec,
		follow: changesOf(kernel, 'links'),
		apply(context, { address, linkName, scope, flags, priority = 0, announceWithARP = false }) {
			const link = linkNamed(kernel, linkName);
			if (link === undefined || !isPermanent(flags)) return;
			const wanted = {
				linkIndex: link.index,
				address,
				scope: numberOfWord(scopes, scope),
				flags: bitsOf(addressFlags, flags),
				priority,
				broadcast: broadcastOf(address),
			};
			const there = kernel.addresses().find((one) => one.linkIndex === link.index && one.address === address);
			if (there !== undefined) {
				const same =
					there.scope === wanted.scope && (there.flags & ~kernelFlags) === (wanted.flags & ~kernelFlags) && there.priority === priority;
				if (same) return;
				kernel.removeAddress({ ...wanted, scope: there.scope });
			}
			kernel.addAddress(wanted);
			context.log('info', 'assigned address', { address, link: link.name });
			if (!announceWithARP) return;
			try {
				arp.announce(link, address);
			} catch (error) {
				context.log('warn', 'nobody was told of the address', { address, link: link.name, error: messageOf(error) });
			}
		},
		withdraw(context, { address, linkName, flags }) {
			if (!isPermanent(flags)) return;
			const index = linkNamed(kernel, linkName)?.index;
			const there = kernel.addresses().find((one) => one.linkIndex === index && one.address === address);
			if (there === undefined) return;
			kernel.removeAddress(there);
			context.log('info', 'removed address', { address, link: linkName });
		},
	});
}

/** IFA_F_TENTATIVE and IFA_F_PERMANENT: what the kernel says of an address, nothing that can be asked for. */
const kernelFlags = addressFlags.tentative | addressFlags.permanent;

function isPermanent(flags: string): boolean {
	return (bitsOf(addressFlags, flags) & addressFlags.permanent) !== 0;
}

/** The last address of an IPv4 network; empty for IPv6 and for networks that have no room for one. */
function broadcastOf(prefix: string): string {
	const { bits, value, length } = parsedPrefix(prefix);
	if (bits !== 32 || length > 30) return '';
	const last = value | ((1n << BigInt(32 - length)) - 1n);
	return [24n, 16n, 8n, 0n].map((shift) => String((last >> shift) & 255n)).join('.');
}
