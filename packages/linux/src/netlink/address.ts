import { LinuxError } from '../errors.ts';
import { addressFrom, bytesOfAddress, prefixFrom, splitPrefix } from './address-bytes.ts';
import { attribute, numberIn, readAttributes } from './attributes.ts';

/** An address of a link as rtnetlink(7) tells it. */
export interface Address {
	readonly linkIndex: number;
	/** AF_INET or AF_INET6. */
	readonly family: number;
	/** With the length of its network; the other end of a point-to-point link. */
	readonly address: string;
	/** The link's own address. Empty for IPv6. */
	readonly local: string;
	readonly broadcast: string;
	readonly anycast: string;
	readonly multicast: string;
	/** RT_SCOPE_* */
	readonly scope: number;
	/** IFA_F_* */
	readonly flags: number;
	/** Metric of the route to the address's network. */
	readonly priority: number;
}

/** An address to add or to remove. */
export interface AddressChange {
	readonly linkIndex: number;
	readonly address: string;
	readonly scope: number;
	readonly flags: number;
	readonly priority: number;
	readonly broadcast?: string;
	/** Seconds from now in which the address is valid; without them for ever. */
	readonly validSeconds?: number;
}

/** Reads the body of RTM_NEWADDR. Throws LinuxError "malformed". */
export function readAddress(body: Buffer): Address {
	if (body.length < headerSize) throw new LinuxError('malformed', `an address message of ${body.length} bytes`);
	const attributes = readAttributes(body.subarray(headerSize));
	return {
		linkIndex: body.readUInt32LE(4),
		family: body.readUInt8(0),
		address: prefixFrom(attributes.get(ifa.address), body.readUInt8(1)),
		local: addressFrom(attributes.get(ifa.local)),
		broadcast: addressFrom(attributes.get(ifa.broadcast)),
		anycast: addressFrom(attributes.get(ifa.anycast)),
		multicast: addressFrom(attributes.get(ifa.multicast)),
		scope: body.readUInt8(3),
		flags: numberIn(attributes.get(ifa.flags)) ?? body.readUInt8(2),
		priority: numberIn(attributes.get(ifa.priority)) ?? 0,
	};
}

/** The body of RTM_NEWADDR and RTM_DELADDR. */
export function encodeAddress({ linkIndex, address: prefix, scope, flags, priority, broadcast, validSeconds }: AddressChange): Buffer {
	const { address, length } = splitPrefix(prefix);
	const bytes = bytesOfAddress(address);
	const header = Buffer.alloc(headerSize);
	header.writeUInt8(familyOf(bytes), 0);
	header.writeUInt8(length, 1);
	header.writeUInt8(flags & 0xff, 2);
	header.writeUInt8(scope, 3);
	header.writeUInt32LE(linkIndex, 4);
	return Buffer.concat([
		header,
		attribute(ifa.address, bytes),
		attribute(ifa.local, bytes),
		attribute(ifa.broadcast, broadcast === undefined || broadcast === '' ? undefined : bytesOfAddress(broadcast)),
		attribute(ifa.flags, flags),
		attribute(ifa.priority, priority === 0 ? undefined : priority),
		attribute(ifa.cacheInfo, validSeconds === undefined ? undefined : lifetime(validSeconds)),
	]);
}

/** struct ifa_cacheinfo of linux/if_addr.h: how long the address is preferred and valid; its times are the kernel's. */
function lifetime(seconds: number): Buffer {
	const bytes = Buffer.alloc(16);
	bytes.writeUInt32LE(seconds, 0);
	bytes.writeUInt32LE(seconds, 4);
	return bytes;
}

/** AF_INET or AF_INET6, by the length of an address. */
export function familyOf(bytes: Buffer): number {
	return bytes.length === 4 ? addressFamilies.inet4 : addressFamilies.inet6;
}

/** AF_INET, AF_INET6 of address_families(7). */
export const addressFamilies = { any: 0, inet4: 2, inet6: 10 } as const;

/** struct ifaddrmsg of rtnetlink(7). */
const headerSize = 8;

/** IFA_* of linux/if_addr.h. */
const ifa = { address: 1, local: 2, broadcast: 4, anycast: 5, cacheInfo: 6, multicast: 7, flags: 8, priority: 9 } as const;
