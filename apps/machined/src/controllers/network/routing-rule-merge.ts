import { RoutingRuleSpec, routingRuleId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** A rule of the routing policy is what the highest layer says of it. */
export const routingRuleMergeController = merging({
	name: 'RoutingRuleMergeControllers.net.talos.dev',
	type: RoutingRuleSpec,
	id: ({ family, priority }) => routingRuleId(family, priority),
});
