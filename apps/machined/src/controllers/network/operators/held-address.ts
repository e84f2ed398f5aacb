import type { RouteNetlink } from '@ichor/linux/netlink';
import type { GratuitousArp } from '@ichor/linux/packet';
import { addressFlags } from '@ichor/machinery/resources';
import { linkNamed } from '../link-names.ts';

/** What an address is held with. */
export interface HoldingPorts {
	readonly kernel: RouteNetlink;
	readonly arp: GratuitousArp;
	/** Ends the connections that this machine has at an address. Throws LinuxError. */
	readonly endConnections: (address: string) => void;
}

/**
 * An address that is on its link only for as long as it is held again and again. The kernel takes it away by itself, so
 * that a process which hangs, or is stopped, cannot keep what has become somebody else's.
 */
export class HeldAddress {
	readonly #ports: HoldingPorts;
	readonly #linkName: string;
	/** With its length: an address alone. */
	readonly address: string;
	readonly #ip: string;

	constructor(ports: HoldingPorts, linkName: string, ip: string) {
		this.#ports = ports;
		this.#linkName = linkName;
		this.#ip = ip;
		this.address = `${ip}/${ip.includes(':') ? 128 : 32}`;
	}

	/** Puts the address on the link for another second, and tells the neighbours when it was not there. Throws LinuxError. */
	hold(): void {
		const { kernel, arp } = this.#ports;
		const link = linkNamed(kernel, this.#linkName);
		if (link === undefined) return;
		const isNew = this.#stored(link.index) === undefined;
		// who is elected is the only one: nobody has to be asked, and the second is over before IPv6 has asked
		const flags = this.address.includes(':') ? addressFlags.nodad : 0;
		kernel.holdAddress({ linkIndex: link.index, address: this.address, scope: 0, flags, priority: 0, validSeconds });
		if (isNew) arp.announce(link, this.address);
	}

	/**
	 * Takes the address off the link, whoever has put it there, and ends its connections: they cannot move with it, and a kubelet or
	 * a watch that is not told waits for an answer for 45 s. Throws LinuxError.
	 */
	release(): void {
		const index = linkNamed(this.#ports.kernel, this.#linkName)?.index;
		const stored = index === undefined ? undefined : this.#stored(index);
		if (stored === undefined) return;
		try {
			this.#ports.endConnections(this.#ip);
		} finally {
			this.#ports.kernel.removeAddress(stored);
		}
	}

	#stored(index: number) {
		return this.#ports.kernel.addresses().find((one) => one.linkIndex === index && one.address === this.address);
	}
}

/** The least that the kernel knows; with what its timers are late it is less than the election's stayTime. */
const validSeconds = 1;
