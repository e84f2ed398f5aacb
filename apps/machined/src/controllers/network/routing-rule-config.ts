import { documentsOf } from '@ichor/machinery/config';
import { RoutingRuleSpec, type RoutingRuleSpecSpec, routingRuleId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { given } from './given.ts';
import { wishFor } from './wishes.ts';

/** The rules of the routing policy that the configuration wants. A RoutingRuleConfig is named by its priority. */
export const routingRuleConfigController: Controller = reconciling({
	name: 'network.RoutingRuleConfigController',
	inputs: [configInput],
	outputs: [{ type: RoutingRuleSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const specs = (config === undefined ? [] : documentsOf(config, 'RoutingRuleConfig')).map(
			({ name = '', value }): RoutingRuleSpecSpec => ({
				family: [value.src, value.dst].some((prefix) => prefix?.includes(':')) ? 'inet6' : 'inet4',
				src: value.src ?? '',
				dst: value.dst ?? '',
				table: value.table ?? 'main',
				priority: Number(name),
				action: value.action ?? 'unicast',
				...given({ iifName: value.iifName, oifName: value.oifName, fwMark: value.fwMark, fwMask: value.fwMask }),
				layer: 'configuration',
			}),
		);
		await wishFor(
			runtime,
			RoutingRuleSpec,
			specs.map((spec) => ({ id: routingRuleId(spec.family, spec.priority), spec })),
		);
	},
});
