import type { RouteNetlink, Rule } from '@ichor/linux/netlink';
import {
	families,
	numberOfWord,
	RoutingRuleSpec,
	type RoutingRuleSpecSpec,
	routeProtocols,
	routingTableNumber,
	ruleActions,
} from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import { applying } from './applying.ts';
import { changesOf } from './following.ts';

/** Makes the rules of the routing policy that must be there. */
export function routingRuleSpecController(kernel: RouteNetlink): Controller {
	return applying({
		name: 'network.RoutingRuleSpecController',
		type: RoutingRuleSpec,
		follow: changesOf(kernel, 'rules'),
		apply(context, spec) {
			const wanted = ruleOf(spec);
			const there = find(wanted);
			if (there !== undefined) {
				if (equalData(there, wanted)) return;
				kernel.removeRule(there);
			}
			kernel.addRule(wanted);
			context.log('info', 'created routing rule', { family: spec.family, priority: spec.priority });
		},
		withdraw(context, spec) {
			const there = find(ruleOf(spec));
			if (there === undefined) return;
			kernel.removeRule(there);
			context.log('info', 'deleted routing rule', { family: spec.family, priority: spec.priority });
		},
	});

	/** Rules of the kernel and of others have other protocols: they are not ours to change. */
	function find({ family, priority, protocol }: Rule): Rule | undefined {
		return kernel.rules().find((rule) => rule.family === family && rule.priority === priority && rule.protocol === protocol);
	}
}

function ruleOf(spec: RoutingRuleSpecSpec): Rule {
	return {
		family: numberOfWord(families, spec.family),
		source: spec.src,
		destination: spec.dst,
		table: routingTableNumber(spec.table),
		priority: spec.priority,
		action: numberOfWord(ruleActions, spec.action),
		inLinkName: spec.iifName ?? '',
		outLinkName: spec.oifName ?? '',
		mark: spec.fwMark ?? 0,
		markMask: spec.fwMask ?? 0,
		protocol: routeProtocols.static,
	};
}
