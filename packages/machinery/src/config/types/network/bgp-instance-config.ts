import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { isNegative } from '../../scalars/duration.ts';
import { parseAddr } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { checkImportRoutes } from './bgp-import-routes.ts';
import { type BGPInstanceConfig, type BGPNeighbor, bgpInstanceConfigSchema } from './bgp-instance-config.gen.ts';

/** A BGP speaker that runs on the machine. */
export const bgpInstanceConfig: DocumentKind<BGPInstanceConfig> = {
	kind: 'BGPInstanceConfig',
	schema: bgpInstanceConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '', vrf = '', localASN, routerID, neighbors = [], importRoutes = [] }, problems) {
		if (name === '') problems.error(['name'], 'name must be specified');
		if (!localASN) problems.error(['localASN'], 'localASN must be specified');
		if (routerID && !isIPv4(routerID)) problems.error(['routerID'], 'routerID must be an IPv4 address');

		if (neighbors.length === 0) problems.warning(['neighbors'], 'BGPInstanceConfig has no neighbors configured');
		const seen = new Set<string>();
		for (const [index, neighbor] of neighbors.entries()) {
			const atNeighbor = within(problems, 'neighbors', index);
			const key = checkIdentity(neighbor, index, atNeighbor);
			checkBehavior(neighbor, index, vrf, atNeighbor);
			if (key === undefined) continue;
			if (seen.has(key)) atNeighbor.error([], `neighbor[${index}]: duplicate neighbor ${quote(key)}`);
			seen.add(key);
		}

		checkImportRoutes(name, importRoutes, within(problems, 'importRoutes'));
	},
};

function isIPv4(text: string): boolean {
	const address = attempt(() => parseAddr(text));
	return !(address instanceof TextRefusal) && address.bits === 32;
}

/** What tells a neighbor from the others: its address, or the link it is found on. */
function checkIdentity({ address, link }: BGPNeighbor, index: number, problems: Problems): string | undefined {
	if (Boolean(address) !== Boolean(link)) return address || link;
	problems.error([], `neighbor[${index}]: exactly one of address or link must be set`);
	return undefined;
}

function checkBehavior({ holdTime, bfd }: BGPNeighbor, index: number, vrf: string, problems: Problems): void {
	if (isNegative(holdTime)) problems.error(['holdTime'], `neighbor[${index}]: holdTime must not be negative`);
	if (!bfd) return;
	if (vrf !== '') problems.error(['bfd'], `neighbor[${index}]: bfd is not supported for VRF-bound BGP instances`);
	for (const timer of ['transmitInterval', 'receiveInterval'] as const) {
		if (isNegative(bfd[timer])) problems.error(['bfd', timer], `neighbor[${index}]: bfd.${timer} must not be negative`);
	}
}
