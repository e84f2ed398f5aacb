import { type KubernetesObject, kubeletPods } from '@ichor/kubernetes';
import { KubernetesDynamicCert, kubernetesDynamicCertId, plainPem, Service, StaticPodStatus } from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, withSpec } from '@ichor/runtime';
import { type Context, messageOf, withTimeout } from '@ichor/std';
import { type JsonObject, type JsonValue, jsonObject } from './json.ts';

/** How the static pods do, as the kubelet sees them: it is asked with the API server's certificate, which only control planes have. */
export const kubeletStaticPodController: Controller = {
	name: 'k8s.KubeletStaticPodController',
	inputs: [
		{ ...Service.kind, id: 'kubelet', kind: 'weak' },
		{ ...KubernetesDynamicCert.kind, id: kubernetesDynamicCertId, kind: 'weak' },
	],
	outputs: [{ type: StaticPodStatus.type, kind: 'exclusive' }],
	async run(context, runtime) {
		let timer: NodeJS.Timeout | undefined;
		try {
			while (await runtime.nextReconcile()) {
				clearTimeout(timer);
				const kubelet = (await runtime.find(Service.pointer('kubelet')))?.spec;
				const identity = (await runtime.find(KubernetesDynamicCert.pointer(kubernetesDynamicCertId)))?.spec.apiServerKubeletClient;
				if (kubelet?.running !== true || identity === undefined) {
					runtime.startTrackingOutputs();
					await runtime.cleanupOutputs(StaticPodStatus.kind);
					continue;
				}
				const settled = await refresh(context, runtime, { certificate: plainPem(identity.crt), key: plainPem(identity.key) });
				timer = setTimeout(() => runtime.queueReconcile(), settled ? calmPause : busyPause);
				timer.unref();
			}
		} finally {
			clearTimeout(timer);
		}
	},
};

/** Milliseconds between two looks (upstream: 15 s); while pods are on their way to be ready, somebody waits for that. */
const calmPause = 15_000;
const busyPause = 2000;

/** Whether every static pod that there is is ready. */
async function refresh(
	context: Context,
	runtime: ControllerRuntime,
	identity: { readonly certificate: string; readonly key: string },
): Promise<boolean> {
	try {
		const pods = (await kubeletPods(withTimeout(context, 5000), identity)).filter(isStatic);
		runtime.startTrackingOutputs();
		for (const { metadata, status } of pods) {
			const id = `${metadata.namespace ?? ''}/${metadata.name}`;
			const spec = jsonObject(status as JsonValue);
			await runtime.modify(StaticPodStatus.resource(id, spec), (current) => withSpec(current, spec));
		}
		await runtime.cleanupOutputs(StaticPodStatus.kind);
		return pods.length > 0 && pods.every(({ status }) => isReady(jsonObject(status as JsonValue)));
	} catch (error) {
		context.signal.throwIfAborted();
		// it starts, and then it does not know its authority yet
		context.log('debug', 'the kubelet does not tell its pods yet', { error: messageOf(error) });
		return false;
	}
}

/** From a file or from our URL, not from the API server. */
function isStatic({ metadata: { annotations } }: KubernetesObject): boolean {
	const source = annotations?.['kubernetes.io/config.source'];
	return source === 'file' || source === 'http';
}

function isReady(status: JsonObject): boolean {
	const conditions = Array.isArray(status['conditions']) ? status['conditions'].map(jsonObject) : [];
	return conditions.some((condition) => condition['type'] === 'Ready' && condition['status'] === 'True');
}
