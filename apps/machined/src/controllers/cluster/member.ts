import { Affiliate, Member } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The machines of the cluster: every affiliate that has a name as a node. */
export const memberController: Controller = reconciling({
	name: 'cluster.MemberController',
	inputs: [{ ...Affiliate.kind, kind: 'weak' }],
	outputs: [{ type: Member.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		runtime.startTrackingOutputs();
		for (const { spec } of await runtime.list(Affiliate.kind)) {
			const { nodename, kubespan: _, ...member } = spec;
			if (nodename !== undefined) await publish(runtime, Member, nodename, member);
		}
		await runtime.cleanupOutputs(Member.kind);
	},
});
