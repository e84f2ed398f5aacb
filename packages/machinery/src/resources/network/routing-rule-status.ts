import { RoutingRuleStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { family, routingTable, ruleAction } from './kernel-words.ts';

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
	codec: specCodec(RoutingRuleStatusSpecSchema, {
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
	}),
});

export type RoutingRuleStatusSpec = SpecOf<typeof RoutingRuleStatus>;
