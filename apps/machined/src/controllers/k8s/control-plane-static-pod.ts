import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import {
	APIServerConfig,
	apiServerConfigId,
	ConfigStatus,
	ControllerManagerConfig,
	controllerManagerConfigId,
	KubernetesSecret,
	kubernetesSecretId,
	SchedulerConfig,
	SecretStatus,
	Service,
	StaticPod,
	schedulerConfigId,
	staticPodConfigStatusId,
	staticPodSecretsStatusId,
} from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, formatVersion, reconciling, withSpec } from '@ichor/runtime';
import { type Context, withTimeout } from '@ichor/std';
import { paths } from '../../paths.ts';
import type { JsonObject } from './json.ts';
import { clientOf } from './kubernetes-access.ts';
import { apiServerPod } from './pods/api-server.ts';
import { annotation } from './pods/component-pod.ts';
import { controllerManagerPod } from './pods/controller-manager.ts';
import { schedulerPod } from './pods/scheduler.ts';

/**
 * The pods of the control plane, once everything that they read is there and etcd is well. The controller manager and the
 * scheduler wait for the machine's own API server, which is all that they talk to: before it lets them in, they would only end,
 * and be started again later and later.
 */
export const controlPlaneStaticPodController: Controller = reconciling({
	name: 'k8s.ControlPlaneStaticPodController',
	inputs: [
		{ ...APIServerConfig.kind, id: apiServerConfigId, kind: 'weak' },
		{ ...ControllerManagerConfig.kind, id: controllerManagerConfigId, kind: 'weak' },
		{ ...SchedulerConfig.kind, id: schedulerConfigId, kind: 'weak' },
		{ ...SecretStatus.kind, id: staticPodSecretsStatusId, kind: 'weak' },
		{ ...ConfigStatus.kind, id: staticPodConfigStatusId, kind: 'weak' },
		{ ...Service.kind, id: 'etcd', kind: 'weak' },
		{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
	],
	outputs: [{ type: StaticPod.type, kind: 'shared' }],
	async reconcile(context, runtime) {
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
			const run = async (id: string, pod: JsonObject) => {
				await runtime.modify(StaticPod.resource(id, pod), (current) => withSpec(current, pod));
			};
			if (server !== undefined) {
				const more = { ...annotations(server.metadata.version), [annotation.configFile]: configs.version };
				await run(apiServerConfigId, apiServerPod(server.spec, more));
			}
			const served = server === undefined || (await hasServed(context, runtime));
			if (served && manager?.spec.enabled === true)
				await run(controllerManagerConfigId, controllerManagerPod(manager.spec, annotations(manager.metadata.version)));
			if (served && scheduler?.spec.enabled === true)
				await run(schedulerConfigId, schedulerPod(scheduler.spec, annotations(scheduler.metadata.version)));
		}
		await runtime.cleanupOutputs(StaticPod.kind);
	},
});

/**
 * Whether the machine's API server lets the others in: Kubernetes sets up their roles when it starts for the first time. Once
 * since the boot is enough, also for a machined that has been started anew: an API server that falters takes nobody with it.
 */
async function hasServed(context: Context, runtime: ControllerRuntime): Promise<boolean> {
	if (existsSync(paths.apiServerServed)) return true;
	const kubeconfigs = (await runtime.find(KubernetesSecret.pointer(kubernetesSecretId)))?.spec;
	const served = kubeconfigs !== undefined && (await hasRoles(context, kubeconfigs.localhostAdminKubeconfig));
	if (served) await writeFile(paths.apiServerServed, '');
	else setTimeout(() => runtime.queueReconcile(), unreadyPause).unref();
	return served;
}

async function hasRoles(context: Context, kubeconfig: string): Promise<boolean> {
	const client = await clientOf(kubeconfig);
	try {
		return (await client.find(withTimeout(context, askTime), lastRole)) !== undefined;
	} catch {
		// nobody answers yet, or not in time
		context.signal.throwIfAborted();
		return false;
	} finally {
		client.close();
	}
}

/** The one without which the controller manager and the scheduler end (plugin/pkg/auth/authorizer/rbac/bootstrappolicy). */
const lastRole = '/apis/rbac.authorization.k8s.io/v1/namespaces/kube-system/rolebindings/system::extension-apiserver-authentication-reader';
/** Milliseconds for one question, and before the next. */
const askTime = 5000;
const unreadyPause = 500;
