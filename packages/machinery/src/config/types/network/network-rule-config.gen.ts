// Generated from model/network/network-rule-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { PortRange, Prefix, Protocol } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Lets incoming connections to some ports in, from some networks.
 * Ports that a rule mentions are closed to everybody else, whatever NetworkDefaultActionConfig says.
 */
export interface NetworkRuleConfig extends DocumentMeta {
	/** Tells the rules apart. */
	readonly name?: string;
	/** Ports on this machine that the rule is about. */
	readonly portSelector?: NetworkRulePortSelector;
	/**
	 * Networks that may reach these ports; an empty list lets nobody in.
	 * A patch replaces the whole list.
	 */
	readonly ingress?: readonly NetworkRuleIngress[];
}

/** Ports and their protocol. */
export interface NetworkRulePortSelector {
	/**
	 * Single ports and ranges with both ends included; they must not overlap.
	 * A patch replaces the whole list.
	 */
	readonly ports?: readonly PortRange[];
	/** The protocol that the ports belong to. */
	readonly protocol?: Protocol;
}

/** A network that may connect. */
export interface NetworkRuleIngress {
	/** Network that connections may come from. */
	readonly subnet?: Prefix;
	/** A part of the network that may not. */
	readonly except?: Prefix;
}

export const networkRulePortSelectorSchema: StructSchema = {
	name: 'network.RulePortSelector',
	fields: [
		{ name: 'ports', type: { of: 'list', item: scalar.portRange, name: 'network.PortRanges' }, replace: true },
		{ name: 'protocol', type: scalar.protocol },
	],
};

export const networkRuleIngressSchema: StructSchema = {
	name: 'network.IngressRule',
	fields: [
		{ name: 'subnet', type: scalar.plainPrefix },
		{ name: 'except', type: scalar.prefix, omitEmpty: true },
	],
};

export const networkRuleConfigSchema: StructSchema = {
	name: 'network.RuleConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'portSelector', type: { of: 'struct', struct: networkRulePortSelectorSchema } },
		{ name: 'ingress', type: { of: 'list', item: { of: 'struct', struct: networkRuleIngressSchema }, name: 'network.IngressConfig' }, replace: true },
	],
};
