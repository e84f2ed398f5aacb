// Generated from model/network/routing-rule-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Prefix, RoutingRuleAction, RoutingTable } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Chooses a routing table by more than the destination of a packet. */
export interface RoutingRuleConfig extends DocumentMeta {
	/**
	 * Priority of the rule, as text; rules are tried from the lowest.
	 * From 1 to 32765, without 32500 and 32501, which KubeSpan uses.
	 */
	readonly name?: string;
	/** Network that packets come from; absent, any. */
	readonly src?: Prefix;
	/** Network that packets go to; absent, any. */
	readonly dst?: Prefix;
	/** Routing table that is looked at for such packets. */
	readonly table?: RoutingTable;
	/**
	 * What is done with such packets.
	 * `unicast` looks at the table; the others refuse the packet in different ways and need no table.
	 * @default unicast
	 */
	readonly action?: RoutingRuleAction;
	/** Link that packets come in on. */
	readonly iifName?: string;
	/** Link that the sending program is bound to. */
	readonly oifName?: string;
	/** Firewall mark that packets bear. */
	readonly fwMark?: number;
	/** Bits of the mark that count; needs `fwMark`. */
	readonly fwMask?: number;
}

export const routingRuleConfigSchema: StructSchema = {
	name: 'network.RoutingRuleConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'src', type: scalar.prefix, omitEmpty: true },
		{ name: 'dst', type: scalar.prefix, omitEmpty: true },
		{ name: 'table', type: scalar.routingTable },
		{ name: 'action', type: scalar.routingRuleAction, omitEmpty: true },
		{ name: 'iifName', type: scalar.string, omitEmpty: true },
		{ name: 'oifName', type: scalar.string, omitEmpty: true },
		{ name: 'fwMark', type: scalar.uint32, omitEmpty: true },
		{ name: 'fwMask', type: scalar.uint32, omitEmpty: true },
	],
};
