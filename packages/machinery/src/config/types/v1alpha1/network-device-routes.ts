import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { isCIDR, isPlainAddress } from '../../scalars/subnet.ts';
import type { NetworkDeviceRoute } from './network-device.gen.ts';

/** A route leads to a network, or over a gateway. */
export function checkDeviceRoutes(routes: readonly (NetworkDeviceRoute | null)[], problems: Problems): void {
	for (const [index, route] of routes.entries()) {
		const place = `networking.os.device.route[${index}]`;
		if (route) checkRoute(route, place, within(problems, index));
		else problems.error([index], `[${place}]: route is null`);
	}
}

function checkRoute({ network = '', gateway = '', source = '' }: NetworkDeviceRoute, place: string, problems: Problems): void {
	const invalid = (field: string, text: string) => problems.error([field], `[${place}.${field}] ${quote(text)}: invalid network address`);
	if (network !== '' && !isCIDR(network)) invalid('network', network);
	if (gateway !== '' && !isPlainAddress(gateway)) invalid('gateway', gateway);
	if (gateway === '' && network === '') problems.error([], `[${place}]: either network or gateway should be set`);
	if (source !== '' && !isPlainAddress(source)) invalid('source', source);
}
