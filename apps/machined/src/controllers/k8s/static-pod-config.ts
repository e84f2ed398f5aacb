import { plainValue } from '@ichor/machinery/config';
import { staticPods } from '@ichor/machinery/effective';
import { StaticPod } from '@ichor/machinery/resources';
import { type Controller, reconciling, withSpec } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { jsonObject } from './json.ts';

/** The pods that the user wants on this machine whatever the cluster says. */
export const staticPodConfigController: Controller = reconciling({
	name: 'k8s.StaticPodConfigController',
	inputs: [configInput],
	outputs: [{ type: StaticPod.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		runtime.startTrackingOutputs();
		for (const { name, pod } of config === undefined ? [] : staticPods(config)) {
			const spec = jsonObject(plainValue(pod));
			await runtime.modify(StaticPod.resource(name, spec), (current) => withSpec(current, spec));
		}
		await runtime.cleanupOutputs(StaticPod.kind);
	},
});
