import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { isSubnetOrAddress } from '../../scalars/subnet.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeNodeConfig, kubeNodeConfigSchema } from './kube-node-config.gen.ts';
import { annotationsProblem, labelsProblem, taintsProblem } from './node-metadata.ts';

/** How the machine appears in Kubernetes: its address, labels, annotations and taints. */
export const kubeNodeConfig: DocumentKind<KubeNodeConfig> = {
	kind: 'KubeNodeConfig',
	schema: kubeNodeConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ nodeIP, labels, annotations, taints }, problems) {
		for (const [index, filter] of (nodeIP?.validSubnets ?? []).entries()) {
			const subnet = filter.replace(/^!/, '');
			if (isSubnetOrAddress(subnet)) continue;
			problems.error(['nodeIP', 'validSubnets', index], `nodeIP subnet is not valid: ${quote(subnet)}`);
		}
		const labelsAre = labelsProblem(labels);
		if (labelsAre !== undefined) problems.error(['labels'], `invalid node labels: ${labelsAre}`);
		const annotationsAre = annotationsProblem(annotations);
		if (annotationsAre !== undefined) problems.error(['annotations'], `invalid node annotations: ${annotationsAre}`);
		const taintsAre = taintsProblem(taints);
		if (taintsAre !== undefined) problems.error(['taints'], `invalid node taints: ${taintsAre}`);
	},
	/** The first field of the root document that says the same. */
	conflicts(_document, { cluster, machine }: RootConfig, problems) {
		const legacy = {
			'.cluster.allowSchedulingOnControlPlanes': cluster?.allowSchedulingOnControlPlanes,
			'.cluster.allowSchedulingOnMasters': cluster?.allowSchedulingOnMasters,
			'.machine.kubelet.skipNodeRegistration': machine?.kubelet?.skipNodeRegistration,
			'.machine.kubelet.registerWithFQDN': machine?.kubelet?.registerWithFQDN,
			'.machine.kubelet.nodeIP': machine?.kubelet?.nodeIP,
			'.machine.nodeLabels': machine?.nodeLabels,
			'.machine.nodeAnnotations': machine?.nodeAnnotations,
			'.machine.nodeTaints': machine?.nodeTaints,
		};
		const [field] = Object.entries(legacy).find(([, value]) => value !== undefined) ?? [];
		if (field !== undefined) problems.error([], `${field} is already set in v1alpha1 config`);
	},
};
