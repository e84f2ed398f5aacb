import { AddressStatus, isPhysical, LinkStatus, type LinkStatusSpec, RouteStatus } from '@ichor/machinery/resources';
import { printable } from '../../output/printable.ts';
import type { NodeFacts } from '../facts/node-facts.ts';
import type { LinkRow, RouteRow, Tone } from './node-report.ts';

/** The links of a node, those of hardware first; of the others the ones that are up or have an address. */
export function linkRows(facts: NodeFacts): readonly LinkRow[] {
	const addresses = [...facts.all(AddressStatus).values()];
	return [...facts.all(LinkStatus)]
		.map(([name, link]) => ({ name, link, own: addresses.filter(({ linkName }) => linkName === name).map(({ address }) => address) }))
		.filter(({ link, own }) => isPhysical(link) || own.length > 0 || link.operationalState === 'up')
		.toSorted((a, b) => Number(isPhysical(b.link)) - Number(isPhysical(a.link)) || (a.name < b.name ? -1 : 1))
		.map(({ name, link, own }) => ({
			name: printable(name),
			kind: printable(link.kind || link.type),
			state: link.operationalState,
			tone: toneOf(link),
			mtu: String(link.mtu),
			hardware: link.hardwareAddr,
			addresses: own.toSorted(),
		}));
}

/** A link without a carrier detection of its own, as loopback, is "unknown" and works. */
function toneOf({ operationalState }: LinkStatusSpec): Tone {
	if (operationalState === 'up') return 'good';
	return operationalState === 'unknown' ? 'plain' : 'bad';
}

/** The routes of the main table, the default ones first. */
export function routeRows(facts: NodeFacts): readonly RouteRow[] {
	return [...facts.all(RouteStatus).values()]
		.filter(({ table, type }) => table === 'main' && type === 'unicast')
		.map(({ dst, gateway, outLinkName, priority }) => ({
			destination: dst === '' ? 'default' : dst,
			gateway,
			link: printable(outLinkName ?? ''),
			metric: String(priority),
		}))
		.toSorted(
			(a, b) => Number(b.destination === 'default') - Number(a.destination === 'default') || (a.destination < b.destination ? -1 : 1),
		);
}
