import { RoutingRuleSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { named, type SpecOf, specCodec } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';
import { routingRuleFields } from './routing-rule-fields.ts';

/** A rule of the routing policy that must be there. */
export const RoutingRuleSpec = defineResource({
	type: 'RoutingRuleSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(RoutingRuleSpecSpecSchema, {
		...routingRuleFields,
		layer: named('configLayer', configLayer),
	}),
});

export type RoutingRuleSpecSpec = SpecOf<typeof RoutingRuleSpec>;

/** Id of RoutingRuleSpec and of RoutingRuleStatus. */
export function routingRuleId(family: string, priority: number): string {
	return `${family}/${String(priority).padStart(5, '0')}`;
}
