import { RoutingRuleStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';
import { routingRuleFields } from './routing-rule-fields.ts';

/** A rule of the routing policy that is there. */
export const RoutingRuleStatus = defineResource({
	type: 'RoutingRuleStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['routingrule', 'routingrules'],
	printColumns: [
		{ name: 'Src', jsonPath: '{.src}' },
		{ name: 'Dst', jsonPath: '{.dst}' },
		{ name: 'Table', jsonPath: '{.table}' },
		{ name: 'Priority', jsonPath: '{.priority}' },
	],
	codec: specCodec(RoutingRuleStatusSpecSchema, routingRuleFields),
});

export type RoutingRuleStatusSpec = SpecOf<typeof RoutingRuleStatus>;
