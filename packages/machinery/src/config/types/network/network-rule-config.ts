import type { DocumentKind } from '../../document.ts';
import { type NetworkRuleConfig, networkRuleConfigSchema } from './network-rule-config.gen.ts';
import { portRangesProblem } from './port-range.ts';

/** A rule of the ingress firewall: which ports are open to which networks. */
export const networkRuleConfig: DocumentKind<NetworkRuleConfig> = {
	kind: 'NetworkRuleConfig',
	schema: networkRuleConfigSchema,
	since: 'v1.6',
	named: true,
	controlPlaneOnly: false,
	/** Stops at the first problem. */
	validate({ name, portSelector, ingress }, problems) {
		if (!name) return problems.error(['name'], 'name is required');
		const ports = portSelector?.ports ?? [];
		if (ports.length === 0) return problems.error(['portSelector', 'ports'], 'portSelector.ports is required');
		const overlap = portRangesProblem(ports);
		if (overlap) return problems.error(['portSelector', 'ports'], overlap);
		const open = (ingress ?? []).findIndex(({ subnet }) => !subnet);
		if (open >= 0) problems.error(['ingress', open, 'subnet'], 'invalid subnet: invalid Prefix');
	},
};
