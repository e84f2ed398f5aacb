import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { type IPPrefix, parsePrefix } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { isMasked, overlap } from '../../scalars/subnet.ts';
import type { BGPImportRoute } from './bgp-instance-config.gen.ts';

/** The rules of the routes that one BGP instance takes from others: each from one other instance, no network twice. */
export function checkImportRoutes(instance: string, routes: readonly BGPImportRoute[], problems: Problems): void {
	const sources = new Set<string>();
	const earlier: { readonly network: Network; readonly route: number }[] = [];
	for (const [index, { bgpInstance: source = '', prefixes = [] }] of routes.entries()) {
		const place = `importRoutes[${index}]`;
		const atRoute = within(problems, index);
		if (source === '') atRoute.error(['bgpInstance'], `${place}: bgpInstance must be specified`);
		else if (source === instance) {
			atRoute.error(['bgpInstance'], `${place}: cannot import from the same BGP instance ${quote(instance)}`);
		}
		const networks = checkPrefixes(place, prefixes, within(atRoute, 'prefixes'));
		if (source !== '' && sources.has(source)) {
			atRoute.error(['bgpInstance'], `${place}: duplicate source BGP instance ${quote(source)}`);
		}
		sources.add(source);

		for (const network of networks.filter(({ prefix }) => isMasked(prefix))) {
			for (const other of earlier.filter((entry) => entry.route !== index && overlap(entry.network.prefix, network.prefix))) {
				atRoute.error(['prefixes'], `${place}: prefix ${network.text} overlaps importRoutes[${other.route}] prefix ${other.network.text}`);
			}
			earlier.push({ network, route: index });
		}
	}
}

interface Network {
	readonly text: string;
	readonly prefix: IPPrefix;
}

/** The rules inside of one route. Returns the networks that could be read. */
function checkPrefixes(place: string, prefixes: readonly string[], problems: Problems): readonly Network[] {
	if (prefixes.length === 0) problems.error([], `${place}: at least one prefix must be specified`);
	const networks = new Map<number, Network>();
	for (const [index, text] of prefixes.entries()) {
		const at = `${place}.prefixes[${index}]`;
		const prefix = attempt(() => parsePrefix(text));
		if (prefix instanceof TextRefusal) {
			problems.error([index], `${at}: invalid prefix`);
			continue;
		}
		if (!isMasked(prefix)) problems.error([index], `${at}: prefix ${text} must be masked`);
		for (const [other, network] of networks) {
			if (!overlap(network.prefix, prefix)) continue;
			problems.error([index], `${at}: prefix ${text} overlaps prefixes[${other}] ${network.text}`);
		}
		networks.set(index, { text, prefix });
	}
	return [...networks.values()];
}
