import { RoutingRuleSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { named, optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';
import { family, routingTable, ruleAction } from './kernel-words.ts';

/** A rule of the routing policy that must be there. */
export const RoutingRuleSpec = defineResource({
	type: 'RoutingRuleSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(RoutingRuleSpecSpecSchema, {
		family,
		src: prefix,
		dst: prefix,
		table: routingTable,
		priority: whole,
		action: ruleAction,
		iifName: optional(text),
		oifName: optional(text),
		fwMark: optional(whole),
		fwMask: optional(whole),
		layer: named('configLayer', configLayer),
	}),
});

export type RoutingRuleSpecSpec = SpecOf<typeof RoutingRuleSpec>;

/** Id of RoutingRuleSpec and of RoutingRuleStatus. */
export function routingRuleId(family: string, priority: number): string {
	return `${family}/${String(priority).padStart(5, '0')}`;
}
