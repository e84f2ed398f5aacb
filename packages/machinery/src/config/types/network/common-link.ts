import type { Problems } from '../../document.ts';
import { parseAddr, parsePrefix } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { isUnspecified } from '../../scalars/subnet.ts';
import type { CommonLink } from './common-link.gen.ts';

/** The rules of what every link has: its addresses and its routes. They must name something: neither nothing nor `0.0.0.0`. */
export function checkCommonLink(link: CommonLink, problems: Problems): void {
	for (const [index, { address }] of (link.addresses ?? []).entries()) {
		const path = ['addresses', index, 'address'];
		if (!address) problems.error(path, `address ${index} must be specified`);
		else if (isUnspecifiedPrefix(address)) problems.error(path, `address ${index} must be a valid IP address`);
	}

	for (const [index, { destination, gateway, source }] of (link.routes ?? []).entries()) {
		const path = ['routes', index];
		if (destination && isUnspecifiedPrefix(destination)) {
			problems.error([...path, 'destination'], `route ${index} destination must be a valid IP prefix`);
		}
		if (gateway && isUnspecifiedAddr(gateway)) problems.error([...path, 'gateway'], `route ${index} gateway must be a valid IP address`);
		if (source && isUnspecifiedAddr(source)) problems.error([...path, 'source'], `route ${index} source must be a valid IP address`);
	}
}

function isUnspecifiedAddr(text: string): boolean {
	const address = attempt(() => parseAddr(text));
	return address instanceof TextRefusal || isUnspecified(address);
}

function isUnspecifiedPrefix(text: string): boolean {
	const prefix = attempt(() => parsePrefix(text));
	return prefix instanceof TextRefusal || isUnspecified(prefix.address);
}
