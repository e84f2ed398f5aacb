import { optional, prefix, text, whole } from '../spec/index.ts';
import { family, routingTable, ruleAction } from './kernel-words.ts';

/** A rule of the routing policy, wanted or there. */
export const routingRuleFields = {
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
};
