import { networkInterfaces } from 'node:os';
import { AddressStatus, type AddressStatusSpec } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The addresses that the links have, looked at every few seconds. */
export const addressStatusController: Controller = {
	name: 'network.AddressStatusController',
	inputs: [],
	outputs: [{ type: AddressStatus.type, kind: 'exclusive' }],
	async run(_, runtime) {
		const timer = setInterval(() => runtime.queueReconcile(), lookEvery);
		try {
			while (await runtime.nextReconcile()) {
				runtime.startTrackingOutputs();
				for (const spec of addresses()) await publish(runtime, AddressStatus, `${spec.linkName}/${spec.address}`, spec);
				await runtime.cleanupOutputs(AddressStatus.kind);
			}
		} finally {
			clearInterval(timer);
		}
	},
};

/** Milliseconds. */
const lookEvery = 5000;

function addresses(): readonly AddressStatusSpec[] {
	return Object.entries(networkInterfaces()).flatMap(([linkName, entries = []], index) =>
		entries.map(({ cidr, address, family, internal }) => ({
			address: cidr ?? address,
			linkIndex: index + 1,
			linkName,
			family: family === 'IPv6' ? ('inet6' as const) : ('inet4' as const),
			scope: internal ? ('host' as const) : address.startsWith('fe80:') ? ('link' as const) : ('global' as const),
			priority: 0,
		})),
	);
}
