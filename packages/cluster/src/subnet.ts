import ipaddr from 'ipaddr.js';
import { ClusterError } from './errors.ts';

/** A network whose addresses are counted and not typed. */
export interface Subnet {
	/** As it was written, without host bits: `10.5.0.0/24`. */
	readonly cidr: string;
	/** The way out of it. */
	readonly gateway: string;
	/** The n-th address: `subnet('10.5.0.0/24').host(10)` is `10.5.0.10`. Throws ClusterError for one that is not a host's. */
	host(n: number): string;
	contains(address: string): boolean;
}

/**
 * An IPv4 or IPv6 network.
 *
 * @param cidr with all host bits zero
 * @param gateway the number of the gateway among the hosts; the first unless told otherwise
 * @throws ClusterError `definition`
 */
export function subnet(cidr: string, { gateway = 1 }: { readonly gateway?: number } = {}): Subnet {
	if (!ipaddr.isValidCIDR(cidr)) throw new ClusterError('definition', `"${cidr}" is no network: write one like 10.5.0.0/24`);
	const [network, length] = ipaddr.parseCIDR(cidr);
	const base = network.toByteArray();
	const hostBits = base.length * 8 - length;
	if (numberOf(base) % 2n ** BigInt(hostBits) !== 0n) {
		const masked = bytesOf(numberOf(base) - (numberOf(base) % 2n ** BigInt(hostBits)), base.length);
		throw new ClusterError('definition', `"${cidr}" has host bits: the network is ${ipaddr.fromByteArray(masked).toString()}/${length}`);
	}
	// the last address of an IPv4 network is for broadcasts
	const hosts = 2n ** BigInt(hostBits) - (base.length === 4 ? 1n : 0n);
	const host = (n: number): string => {
		if (!Number.isSafeInteger(n) || n < 1 || BigInt(n) >= hosts)
			throw new ClusterError('definition', `${cidr} has no host ${n}: its hosts are 1 to ${hosts - 1n}`);
		return ipaddr.fromByteArray(bytesOf(numberOf(base) + BigInt(n), base.length)).toString();
	};
	const contains = (address: string): boolean => {
		if (!ipaddr.isValid(address)) return false;
		const parsed = ipaddr.parse(address);
		return parsed.kind() === network.kind() && parsed.match(network, length);
	};
	return { cidr, gateway: host(gateway), host, contains };
}

function numberOf(bytes: readonly number[]): bigint {
	return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

function bytesOf(number: bigint, length: number): number[] {
	return Array.from({ length }, (_, index) => Number((number >> BigInt(8 * (length - 1 - index))) & 255n));
}
