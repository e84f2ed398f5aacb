import {
	AddressStatus,
	type AddressStatusSpec,
	accumulativeAddressId,
	currentAddressId,
	defaultAddressId,
	filteredAddressId,
	isPhysical,
	LinkStatus,
	type LinkStatusSpec,
	NodeAddress,
	NodeAddressFilter,
	NodeAddressSortAlgorithm,
	nodeAddressSortAlgorithmId,
	routedAddressId,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { type AddressOrder, addressOrder, filtered, isWithin } from './address-order.ts';

/** The addresses that are the machine's own, out of those that its links have. */
export const nodeAddressController: Controller = reconciling({
	name: 'network.NodeAddressController',
	inputs: [
		{ ...AddressStatus.kind, kind: 'weak' },
		{ ...LinkStatus.kind, kind: 'weak' },
		{ ...NodeAddressFilter.kind, kind: 'weak' },
		{ ...NodeAddressSortAlgorithm.kind, kind: 'weak' },
	],
	outputs: [{ type: NodeAddress.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const sortAlgorithm = (await runtime.find(NodeAddressSortAlgorithm.pointer(nodeAddressSortAlgorithmId)))?.spec.algorithm;
		if (sortAlgorithm === undefined) return;
		const order = addressOrder(sortAlgorithm);
		const up = new Set((await runtime.list(LinkStatus.kind)).filter(({ spec }) => isUp(spec)).map(({ spec }) => spec.index));
		const own = (await runtime.list(AddressStatus.kind))
			.map(({ spec }) => spec)
			.filter(isOwn)
			.sort((a, b) => compareText(a.linkName, b.linkName) || order(a.address, b.address));
		const current = own.filter(({ linkIndex, linkName }) => up.has(linkIndex) || linkName === externalLink);
		const routed = current.filter(({ linkName, address }) => linkName !== externalLink && !isWithin(sideroLinkNetwork, address));
		const sets: Record<string, readonly string[]> = {
			[currentAddressId]: sorted(current, order),
			[routedAddressId]: sorted(routed, order),
			[accumulativeAddressId]: own.map(({ address }) => address),
		};
		runtime.startTrackingOutputs();

		const before = (await runtime.find(NodeAddress.pointer(defaultAddressId)))?.spec;
		const first = own.find(({ linkName }) => linkName !== externalLink)?.address;
		const stays = before?.sortAlgorithm === sortAlgorithm && sets[currentAddressId]?.includes(before.addresses[0] ?? '') === true;
		if (stays || first !== undefined)
			await publish(runtime, NodeAddress, defaultAddressId, { addresses: stays ? before.addresses : [first ?? ''], sortAlgorithm });

		const filters = await runtime.list(NodeAddressFilter.kind);
		for (const [id, addresses] of Object.entries(sets)) {
			await set(id, addresses);
			for (const { metadata, spec } of filters)
				await set(filteredAddressId(id, metadata.id), filtered(addresses, spec.includeSubnets, spec.excludeSubnets));
		}
		await runtime.cleanupOutputs(NodeAddress.kind);

		async function set(id: string, addresses: readonly string[]): Promise<void> {
			// what the machine once had stays in the accumulated sets
			const kept = id.startsWith(accumulativeAddressId) ? ((await runtime.find(NodeAddress.pointer(id)))?.spec.addresses ?? []) : [];
			const together =
				kept.length === 0 && !id.startsWith(accumulativeAddressId) ? addresses : [...new Set([...kept, ...addresses])].sort(order);
			await publish(runtime, NodeAddress, id, { addresses: together, sortAlgorithm });
		}
	},
});

/** The link of addresses that somebody else translates to this machine (upstream: controllers/network). */
const externalLink = 'external';

/** SideroLink's tunnels: fdae:41e4:649b:9303::/64 (upstream: machinery/resources/network/ula.go). */
const sideroLinkNetwork = 'fdae:41e4:649b:9303::/64';

const loopbacks = ['127.0.0.0/8', '::1/128'];
const multicasts = ['224.0.0.0/4', 'ff00::/8'];
const linkLocals = ['169.254.0.0/16', 'fe80::/10'];

/** Addresses by which others can reach the machine. */
function isOwn({ scope, address }: AddressStatusSpec): boolean {
	if (scope !== 'global' && scope !== 'site') return false;
	return ![...loopbacks, ...multicasts, ...linkLocals].some((network) => isWithin(network, address));
}

/** Hardware without carrier is not up, whatever its state says. */
function isUp(link: LinkStatusSpec): boolean {
	return (link.operationalState === 'up' || link.operationalState === 'unknown') && (!isPhysical(link) || link.linkState);
}

function sorted(statuses: readonly AddressStatusSpec[], order: AddressOrder): readonly string[] {
	return [...new Set(statuses.map(({ address }) => address))].sort(order);
}

function compareText(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
