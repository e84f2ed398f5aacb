import type { TalosServices } from '@ichor/client/api';
import { type Condition, isReady } from '@ichor/kubernetes';
import { StaticPod, StaticPodStatus } from '@ichor/machinery/resources';
import type { ResourceType } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';

/**
 * Changes the authorities of a control plane, and waits until its API server has started anew with them and is ready: the
 * next control plane's is to go away when this one serves again. Without an API server, or when the change is none for it,
 * there is nothing to wait for.
 *
 * @throws Error when it does not come back in time
 */
export async function changeApiServer(node: TalosServices, signal: AbortSignal, change: () => Promise<void>): Promise<void> {
	const wanted = await wantedBy(node, signal);
	const before = await runningOn(node, signal);
	await change();
	if (wanted === undefined) return;
	if (!(await comesTrue(signal, noticed, async () => (await wantedBy(node, signal)) !== wanted))) return;
	const isBack = await comesTrue(signal, patience, async () => {
		const now = await runningOn(node, signal);
		return now !== undefined && now !== before;
	});
	if (!isBack) throw new Error(`its API server is not ready ${patience / 1000} s after it was to start anew`);
}

/** The version of the secrets that the machine wants its API server to run with. */
async function wantedBy(node: TalosServices, signal: AbortSignal): Promise<string | undefined> {
	const pod = (await apiServerOn(node, StaticPod, signal)) as Pod | undefined;
	return pod?.metadata?.annotations?.[secretsVersion];
}

/** Which container is the API server that is ready. */
async function runningOn(node: TalosServices, signal: AbortSignal): Promise<string | undefined> {
	const status = (await apiServerOn(node, StaticPodStatus, signal)) as PodStatus | undefined;
	return isReady({ status }) ? status?.containerStatuses?.[0]?.containerID : undefined;
}

async function apiServerOn<Spec>(node: TalosServices, type: ResourceType<Spec>, signal: AbortSignal): Promise<Spec | undefined> {
	let found: Spec | undefined;
	for await (const { resource } of node.state.list(type.kind, { signal }))
		if (ids.test(resource?.metadata?.id ?? '')) found = type.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
	return found;
}

/** Asks four times a second; false when it has not come true in so many milliseconds. */
async function comesTrue(signal: AbortSignal, timeout: number, condition: () => Promise<boolean>): Promise<boolean> {
	const context = withTimeout({ ...background, signal }, timeout);
	try {
		return await waitFor(context, async () => ((await condition()) ? true : undefined), 250);
	} catch (error) {
		if (signal.aborted || !context.signal.aborted) throw error;
		return false;
	}
}

interface Pod {
	readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
}

interface PodStatus {
	readonly conditions?: readonly Condition[];
	readonly containerStatuses?: readonly { readonly containerID?: string }[];
}

/** What a machine calls the pod, and the kubelet its state: with its namespace and the node's name. */
const ids = /^(kube-system\/)?kube-apiserver(-|$)/;
/** pkg/machinery/constants, AnnotationStaticPodSecretsVersion. */
const secretsVersion = 'talos.dev/secrets-version';
/** Milliseconds until a machine has made its pods of a changed configuration. */
const noticed = 20_000;
/** Milliseconds that an API server has to end, which takes it eight seconds, and to start (upstream: checkPodStatus). */
const patience = 300_000;
