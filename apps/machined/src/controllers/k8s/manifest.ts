import {
	BootstrapManifestsConfig,
	bootstrapManifestsConfigId,
	KubernetesRoot,
	kubernetesRootId,
	Manifest,
} from '@ichor/machinery/resources';
import { type Controller, reconciling, withSpec } from '@ichor/runtime';
import { bootstrapManifests } from './manifests/bootstrap-manifests.ts';

/** The objects that a new cluster begins with. */
export const manifestController: Controller = reconciling({
	name: 'k8s.ManifestController',
	inputs: [
		{ ...BootstrapManifestsConfig.kind, id: bootstrapManifestsConfigId, kind: 'weak' },
		{ ...KubernetesRoot.kind, id: kubernetesRootId, kind: 'weak' },
	],
	outputs: [{ type: Manifest.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = (await runtime.find(BootstrapManifestsConfig.pointer(bootstrapManifestsConfigId)))?.spec;
		const root = (await runtime.find(KubernetesRoot.pointer(kubernetesRootId)))?.spec;
		runtime.startTrackingOutputs();
		if (config !== undefined && root !== undefined) {
			for (const [id, objects] of bootstrapManifests(config, root)) {
				await runtime.modify(Manifest.resource(id, objects), (current) => withSpec(current, objects));
			}
		}
		await runtime.cleanupOutputs(Manifest.kind);
	},
});
