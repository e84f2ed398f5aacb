import { BlockList, isIP } from 'node:net';

/** The addresses that are in one of the networks, and in none of those with a `!` in front. A network may be one address. */
export function addressesWithin(addresses: readonly string[], networks: readonly string[]): readonly string[] {
	const [wanted, excluded] = [new BlockList(), new BlockList()];
	for (const network of networks) {
		const list = network.startsWith('!') ? excluded : wanted;
		const [address = '', length] = network.replace(/^!/, '').split('/');
		const family = familyOf(address);
		if (length === undefined) list.addAddress(address, family);
		else list.addSubnet(address, Number(length), family);
	}
	return addresses.filter((address) => wanted.check(address, familyOf(address)) && !excluded.check(address, familyOf(address)));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
	return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
