import { OperatorSpec, type OperatorSpecSpec, operatorId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { configuredLinkInputs, readConfiguredLinks } from './configured-links/read-configured-links.ts';
import { wishFor } from './wishes.ts';

/** The shared addresses that the configuration wants this machine to campaign for. */
export const operatorVipConfigController: Controller = reconciling({
	name: 'network.OperatorVIPConfigController',
	inputs: [...configuredLinkInputs],
	outputs: [{ type: OperatorSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const specs = (await readConfiguredLinks(runtime)).flatMap(({ name, sharedAddresses }) =>
			sharedAddresses.map(
				(ip): OperatorSpecSpec => ({
					operator: 'vip',
					linkName: name,
					requireUp: true,
					vip: { ip, gratuitousARP: true },
					layer: 'configuration',
				}),
			),
		);
		await wishFor(
			runtime,
			OperatorSpec,
			specs.map((spec) => ({ id: operatorId(spec), spec })),
		);
	},
});
