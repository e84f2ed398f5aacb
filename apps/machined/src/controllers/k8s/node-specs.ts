import { type KubernetesNode, kubernetesNode } from '@ichor/machinery/effective';
import { NodeAnnotationSpec, NodeLabelSpec, NodeTaintSpec } from '@ichor/machinery/resources';
import { type Controller, type ResourceType, reconciling, withSpec } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';

/** What the node is to have, as the configuration says: labels, annotations and taints, one resource each. */
export const nodeLabelSpecController = specController('k8s.NodeLabelSpecController', NodeLabelSpec, ({ labels }) =>
	[...labels].map(([key, value]) => ({ key, value })),
);

export const nodeAnnotationSpecController = specController('k8s.NodeAnnotationSpecController', NodeAnnotationSpec, ({ annotations }) =>
	[...annotations].map(([key, value]) => ({ key, value })),
);

/** A taint is written `value:Effect`, or `Effect` alone. */
export const nodeTaintSpecController = specController('k8s.NodeTaintSpecController', NodeTaintSpec, ({ taints }) =>
	[...taints].map(([key, text]) => {
		const colon = text.lastIndexOf(':');
		return { key, effect: text.slice(colon + 1), value: colon === -1 ? '' : text.slice(0, colon) };
	}),
);

function specController<Spec extends { readonly key: string }>(
	name: string,
	type: ResourceType<Spec>,
	specs: (node: KubernetesNode) => readonly Spec[],
): Controller {
	return reconciling({
		name,
		inputs: [configInput],
		outputs: [{ type: type.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			const config = await activeConfig(runtime);
			const node = config && kubernetesNode(config);
			runtime.startTrackingOutputs();
			for (const spec of node === undefined ? [] : specs(node)) {
				await runtime.modify(type.resource(spec.key, spec), (current) => withSpec(current, spec));
			}
			await runtime.cleanupOutputs(type.kind);
		},
	});
}
