import { defaultRouteMetric, OperatorSpec, type OperatorSpecSpec, operatorId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import type { DhcpOptions } from './configured-links/configured-link.ts';
import { configuredLinkInputs, readConfiguredLinks } from './configured-links/read-configured-links.ts';
import { given } from './given.ts';
import { wishFor } from './wishes.ts';

/** The DHCP clients that the configuration wants. A container's own link is no hardware and gets none by itself. */
export const operatorConfigController: Controller = reconciling({
	name: 'network.OperatorConfigController',
	inputs: [...configuredLinkInputs],
	outputs: [{ type: OperatorSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const specs = (await readConfiguredLinks(runtime)).flatMap(({ name, dhcp4, dhcp6 }): OperatorSpecSpec[] => [
			...(dhcp4 === undefined ? [] : [{ ...common('dhcp4', name), dhcp4: optionsOf(dhcp4) }]),
			...(dhcp6 === undefined ? [] : [{ ...common('dhcp6', name), dhcp6: optionsOf(dhcp6) }]),
		]);
		await wishFor(
			runtime,
			OperatorSpec,
			specs.map((spec) => ({ id: operatorId(spec), spec })),
		);
	},
});

function common(operator: 'dhcp4' | 'dhcp6', linkName: string) {
	return { operator, linkName, requireUp: true, layer: 'configuration' as const };
}

function optionsOf({ routeMetric, ignoreHostname, clientIdentifier, duid }: DhcpOptions) {
	return {
		routeMetric: routeMetric === 0 ? defaultRouteMetric : routeMetric,
		...given({ skipHostnameRequest: ignoreHostname }),
		clientIdentifier: { clientIdentifier, ...given({ duidRawHex: duid }) },
	};
}
