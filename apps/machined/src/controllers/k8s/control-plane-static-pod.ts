import {
	APIServerConfig,
	apiServerConfigId,
	ConfigStatus,
	ControllerManagerConfig,
	controllerManagerConfigId,
	SchedulerConfig,
	SecretStatus,
	Service,
	StaticPod,
	schedulerConfigId,
	staticPodConfigStatusId,
	staticPodSecretsStatusId,
} from '@ichor/machinery/resources';
import { type Controller, formatVersion, reconciling, withSpec } from '@ichor/runtime';
import type { JsonObject } from './json.ts';
import { apiServerPod } from './pods/api-server.ts';
import { annotation } from './pods/component-pod.ts';
import { controllerManagerPod } from './pods/controller-manager.ts';
import { schedulerPod } from './pods/scheduler.ts';

/** The pods of the control plane, once everything that they read is there and etcd is well. */
export const controlPlaneStaticPodController: Controller = reconciling({
	name: 'k8s.ControlPlaneStaticPodController',
	inputs: [
		{ ...APIServerConfig.kind, id: apiServerConfigId, kind: 'weak' },
		{ ...ControllerManagerConfig.kind, id: controllerManagerConfigId, kind: 'weak' },
		{ ...SchedulerConfig.kind, id: schedulerConfigId, kind: 'weak' },
		{ ...SecretStatus.kind, id: staticPodSecretsStatusId, kind: 'weak' },
		{ ...ConfigStatus.kind, id: staticPodConfigStatusId, kind: 'weak' },
		{ ...Service.kind, id: 'etcd', kind: 'weak' },
	],
	outputs: [{ type: StaticPod.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const etcd = (await runtime.find(Service.pointer('etcd')))?.spec;
		const secrets = (await runtime.find(SecretStatus.pointer(staticPodSecretsStatusId)))?.spec;
		const configs = (await runtime.find(ConfigStatus.pointer(staticPodConfigStatusId)))?.spec;
		// an etcd that falters does not take the pods with it: only one that was never there keeps them from starting
		const started = (await runtime.list(StaticPod.kind)).some(({ metadata }) => metadata.owner === 'k8s.ControlPlaneStaticPodController');
		runtime.startTrackingOutputs();
		if (secrets !== undefined && configs !== undefined && (started || etcd?.healthy === true)) {
			const server = await runtime.find(APIServerConfig.pointer(apiServerConfigId));
			const manager = await runtime.find(ControllerManagerConfig.pointer(controllerManagerConfigId));
			const scheduler = await runtime.find(SchedulerConfig.pointer(schedulerConfigId));
			const annotations = (version: number) => ({
				[annotation.secrets]: secrets.version,
				[annotation.config]: formatVersion(version),
			});
			const pods: [string, JsonObject][] = [];
			if (server !== undefined) {
				const more = { ...annotations(server.metadata.version), [annotation.configFile]: configs.version };
				pods.push([apiServerConfigId, apiServerPod(server.spec, more)]);
			}
			if (manager?.spec.enabled === true) {
				pods.push([controllerManagerConfigId, controllerManagerPod(manager.spec, annotations(manager.metadata.version))]);
			}
			if (scheduler?.spec.enabled === true) {
				pods.push([schedulerConfigId, schedulerPod(scheduler.spec, annotations(scheduler.metadata.version))]);
			}
			for (const [id, pod] of pods) await runtime.modify(StaticPod.resource(id, pod), (current) => withSpec(current, pod));
		}
		await runtime.cleanupOutputs(StaticPod.kind);
	},
});
