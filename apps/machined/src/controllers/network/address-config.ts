import { AddressSpec, type AddressSpecSpec, addressId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { configuredLinkInputs, readConfiguredLinks } from './configured-links/read-configured-links.ts';
import { given } from './given.ts';
import { wishFor } from './wishes.ts';

/** The addresses that the configuration wants. Those of a container's own link are its creator's. */
export const addressConfigController: Controller = reconciling({
	name: 'network.AddressConfigController',
	inputs: [...configuredLinkInputs],
	outputs: [{ type: AddressSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const specs = (await readConfiguredLinks(runtime)).flatMap(({ name, addresses }) =>
			addresses.map(
				({ address, priority }): AddressSpecSpec => ({
					address,
					linkName: name,
					family: address.includes(':') ? 'inet6' : 'inet4',
					scope: 'global',
					flags: 'permanent',
					...given({ priority }),
					layer: 'configuration',
				}),
			),
		);
		await wishFor(
			runtime,
			AddressSpec,
			specs.map((spec) => ({ id: addressId(spec.linkName, spec.address), spec })),
		);
	},
});
