import type { Address, RouteNetlink } from '@ichor/linux/netlink';
import {
	AddressStatus,
	type AddressStatusSpec,
	addressFlags,
	addressId,
	bitWords,
	families,
	scopes,
	wordOfNumber,
} from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { changesOf, following } from './following.ts';
import { given } from './given.ts';

/** The addresses that the kernel's links have. */
export function addressStatusController(kernel: RouteNetlink): Controller {
	return following(changesOf(kernel, 'addresses', 'links'), {
		name: 'network.AddressStatusController',
		inputs: [],
		outputs: [{ type: AddressStatus.type, kind: 'shared' }],
		async reconcile(_, runtime) {
			runtime.startTrackingOutputs();
			const names = new Map(kernel.links().map(({ index, name }) => [index, name]));
			for (const address of kernel.addresses()) {
				const spec = statusOf(address, names.get(address.linkIndex) ?? '');
				await publish(runtime, AddressStatus, addressId(spec.linkName, spec.address), spec);
			}
			await runtime.cleanupOutputs(AddressStatus.kind);
		},
	});
}

function statusOf(
	{ address, local, broadcast, anycast, multicast, linkIndex, family, scope, flags, priority }: Address,
	linkName: string,
): AddressStatusSpec {
	return {
		address,
		...given({ local, broadcast, anycast, multicast }),
		linkIndex,
		linkName,
		family: wordOfNumber('Family', families, family),
		scope: wordOfNumber('Scope', scopes, scope),
		flags: bitWords(addressFlags, flags),
		priority,
	};
}
