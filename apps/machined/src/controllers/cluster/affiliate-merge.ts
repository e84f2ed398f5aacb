import { Affiliate, rawAffiliateNamespace } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** One affiliate out of all that its sources tell. */
export const affiliateMergeController: Controller = reconciling({
	name: 'cluster.AffiliateMergeController',
	inputs: [{ ...Affiliate.kind, namespace: rawAffiliateNamespace, kind: 'weak' }],
	outputs: [{ type: Affiliate.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		runtime.startTrackingOutputs();
		for (const { spec } of await runtime.list({ ...Affiliate.kind, namespace: rawAffiliateNamespace }))
			await publish(runtime, Affiliate, spec.nodeId, spec);
		await runtime.cleanupOutputs(Affiliate.kind);
	},
});
