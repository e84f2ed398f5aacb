import type { RouteNetlink, Rule } from '@ichor/linux/netlink';
import {
	families,
	RoutingRuleStatus,
	type RoutingRuleStatusSpec,
	routingRuleId,
	routingTableName,
	ruleActions,
	wordOfNumber,
} from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { changesOf, following } from './following.ts';
import { given } from './given.ts';

/** The kernel's routing policy. */
export function routingRuleStatusController(kernel: RouteNetlink): Controller {
	return following(changesOf(kernel, 'rules'), {
		name: 'network.RoutingRuleStatusController',
		inputs: [],
		outputs: [{ type: RoutingRuleStatus.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			runtime.startTrackingOutputs();
			for (const rule of kernel.rules()) {
				const spec = statusOf(rule);
				await publish(runtime, RoutingRuleStatus, routingRuleId(spec.family, spec.priority), spec);
			}
			await runtime.cleanupOutputs(RoutingRuleStatus.kind);
		},
	});
}

function statusOf(rule: Rule): RoutingRuleStatusSpec {
	return {
		family: wordOfNumber('Family', families, rule.family),
		src: rule.source,
		dst: rule.destination,
		table: routingTableName(rule.table),
		priority: rule.priority,
		action: wordOfNumber('RoutingRuleAction', ruleActions, rule.action),
		...given({ iifName: rule.inLinkName, oifName: rule.outLinkName, fwMark: rule.mark, fwMask: rule.markMask }),
	};
}
