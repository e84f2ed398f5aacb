import { type IPAddress, type IPPrefix, parseAddr, parsePrefix } from '../scalars/ip.ts';
import { formatAddr } from '../scalars/ip-text.ts';
import { attempt, TextRefusal } from '../scalars/refusal.ts';

/** The nth address of a network: of `10.96.0.0/12` the tenth is `10.96.0.10`. Throws TextRefusal for what is no network. */
export function addressInSubnet(subnet: string, n: number): string {
	const { address, length } = parsePrefix(subnet);
	const free = BigInt(address.bits - length);
	return formatAddr({ ...address, value: ((address.value >> free) << free) + BigInt(n) });
}

/**
 * The addresses that filters let through: networks and addresses, turned around by `!` in front. The last one that an
 * address is in decides; one that is in none is not let through.
 */
export function filterAddresses(addresses: readonly string[], filters: readonly string[]): readonly string[] {
	const rules = filters.map((filter) => ({ excludes: filter.startsWith('!'), network: networkOf(filter.replace(/^!/, '')) }));
	return addresses.filter((text) => {
		const address = attempt(() => parseAddr(text));
		if (address instanceof TextRefusal) return false;
		const decisive = rules.findLast(({ network }) => contains(network, address));
		return decisive !== undefined && !decisive.excludes;
	});
}

/** An address alone is a network of one. */
function networkOf(text: string): IPPrefix {
	if (text.includes('/')) return parsePrefix(text);
	const address = parseAddr(text);
	return { address, length: address.bits };
}

function contains({ address, length }: IPPrefix, other: IPAddress): boolean {
	if (address.bits !== other.bits) return false;
	const free = BigInt(address.bits - length);
	return address.value >> free === other.value >> free;
}
