import {
	AddressStatus,
	accumulativeAddressId,
	currentAddressId,
	defaultAddressId,
	NodeAddress,
	routedAddressId,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The addresses that are the machine's own, out of those that its links have. */
export const nodeAddressController: Controller = reconciling({
	name: 'network.NodeAddressController',
	inputs: [{ ...AddressStatus.kind, kind: 'weak' }],
	outputs: [{ type: NodeAddress.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const statuses = (await runtime.list(AddressStatus.kind)).map(({ spec }) => spec);
		const current = statuses.filter(({ scope }) => scope === 'global').map(({ address }) => address);
		if (current.length === 0) return;
		const sorted = [...current].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')) || (a < b ? -1 : 1));
		const before = (await runtime.find(NodeAddress.pointer(accumulativeAddressId)))?.spec.addresses ?? [];
		const first = (await runtime.find(NodeAddress.pointer(defaultAddressId)))?.spec.addresses[0];
		// the default one stays for as long as it is there
		const chosen = first !== undefined && sorted.includes(first) ? first : sorted[0];
		const sets: readonly (readonly [string, readonly string[]])[] = [
			[defaultAddressId, chosen === undefined ? [] : [chosen]],
			[currentAddressId, sorted],
			[routedAddressId, sorted],
			[accumulativeAddressId, [...new Set([...before, ...sorted])]],
		];
		for (const [id, addresses] of sets) await publish(runtime, NodeAddress, id, { addresses, sortAlgorithm: 'v1' });
	},
});
