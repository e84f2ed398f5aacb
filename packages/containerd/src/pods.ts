import { PodSandboxState, RuntimeService } from '@ichor/api/cri';
import { type Channel, createClient, hasRpcCode, openChannel, type RpcClient, RpcError } from '@ichor/rpc';
import type { Context } from '@ichor/std';

/** A pod's sandbox or one of its containers, as people name it: `NAMESPACE/POD` and `NAMESPACE/POD:CONTAINER:ID`. */
export interface PodContainer {
	readonly display: string;
	/** The pod's display name. */
	readonly pod: string;
	readonly name: string;
	readonly id: string;
	readonly uid: string;
	readonly image: string;
	/** 0 when it does not run. */
	readonly pid: number;
	/** As in `SANDBOX_READY` and `CONTAINER_RUNNING`. */
	readonly status: string;
	/** The name of the sandbox's network namespace; empty for a container, and for the machine's own. */
	readonly networkNamespace: string;
	/** The file of its output; empty for a sandbox. */
	readonly logPath: string;
	/** Bytes and nanoseconds; undefined where nothing was measured. */
	readonly usage?: { readonly memory: bigint; readonly cpu: bigint };
}

/** The pods of a containerd, through the interface that the kubelet uses (Kubernetes' CRI). */
export class Pods {
	readonly #channel: Channel;
	readonly #client: RpcClient<typeof RuntimeService>;

	/** @param socket the path of containerd's socket */
	constructor(socket: string) {
		this.#channel = openChannel(`unix:${socket}`);
		this.#client = createClient(RuntimeService, this.#channel);
	}

	/** Every pod that is ready, each with its containers, sorted. */
	async list(context: Context): Promise<readonly PodContainer[]> {
		const options = { signal: context.signal };
		const ready = { state: { state: PodSandboxState.SANDBOX_READY } };
		const [{ items }, { containers }, { stats }] = await Promise.all([
			this.#client.listPodSandbox({ filter: ready }, options),
			this.#client.listContainers({}, options),
			this.#client.listContainerStats({}, options),
		]);
		const usages = new Map(
			stats.map(({ attributes, memory, cpu }) => [
				attributes?.id,
				{ memory: memory?.workingSetBytes?.value ?? 0n, cpu: cpu?.usageCoreNanoSeconds?.value ?? 0n },
			]),
		);
		const pods = await Promise.all(
			items.map(async (sandbox) => {
				const pod = `${sandbox.metadata?.namespace}/${sandbox.metadata?.name}`;
				const mine = containers.filter(({ podSandboxId }) => podSandboxId === sandbox.id);
				const described = await Promise.all(mine.map(async (container) => await this.#container(context, container.id, pod)));
				const measured = described.flatMap((one) => {
					const usage = one === undefined ? undefined : usages.get(one.id);
					return one === undefined ? [] : [{ ...one, ...(usage === undefined ? {} : { usage }) }];
				});
				const self = await this.#sandbox(context, sandbox.id, pod);
				return self === undefined ? [] : [self, ...measured.toSorted((a, b) => (a.display < b.display ? -1 : 1))];
			}),
		);
		return pods.toSorted((a, b) => ((a[0]?.display ?? '') < (b[0]?.display ?? '') ? -1 : 1)).flat();
	}

	/** The container or sandbox of a display name; of a name without an identifier the latest container. */
	async find(context: Context, display: string): Promise<PodContainer | undefined> {
		const [, pod = '', name = '', id = ''] = /^([^/:]+\/[^:]+)(?::([^:]+))?(?::([^:]+))?$/.exec(display) ?? [];
		const all = pod === '' ? [] : (await this.list(context)).filter((one) => one.pod === pod);
		if (name === '') return all.find((one) => one.display === pod);
		const named = all.filter((one) => one.name === name && one.display !== pod);
		return id === '' ? (named.find(({ pid }) => pid !== 0) ?? named[0]) : named.find((one) => one.id.includes(id));
	}

	/**
	 * Ends a container or a whole pod; the kubelet starts what should run again. A pod's sandbox takes its containers with it at once.
	 *
	 * @param grace seconds between SIGTERM and SIGKILL for a container
	 */
	async stop(context: Context, { id, display, pod }: Pick<PodContainer, 'id' | 'display' | 'pod'>, grace = stopSeconds): Promise<void> {
		if (display === pod) await this.#client.stopPodSandbox({ podSandboxId: id }, { signal: context.signal });
		else await this.#client.stopContainer({ containerId: id, timeout: BigInt(grace) }, { signal: context.signal });
	}

	/** Removes a pod's sandbox with its containers, whether they run or not, and everything that they have on the disk. */
	async remove(context: Context, { id }: Pick<PodContainer, 'id'>): Promise<void> {
		await this.#client.removePodSandbox({ podSandboxId: id }, { signal: context.signal });
	}

	close(): void {
		this.#channel.close();
	}

	async #sandbox(context: Context, podSandboxId: string, pod: string): Promise<PodContainer | undefined> {
		const answer = await ifThere(this.#client.podSandboxStatus({ podSandboxId, verbose: true }, { signal: context.signal }));
		if (answer === undefined) return undefined;
		const { pid, image, runtimeSpec } = detailsOf(answer.info);
		const network = runtimeSpec?.linux?.namespaces?.find(({ type }) => type === 'network')?.path ?? '';
		return {
			display: pod,
			pod,
			name: pod,
			id: podSandboxId,
			uid: answer.status?.metadata?.uid ?? '',
			image: image ?? '',
			pid: pid ?? 0,
			status: answer.status?.state === PodSandboxState.SANDBOX_READY ? 'SANDBOX_READY' : 'SANDBOX_NOTREADY',
			networkNamespace: network.split('/').at(-1) ?? '',
			logPath: '',
			usage: { memory: 0n, cpu: 0n },
		};
	}

	async #container(context: Context, containerId: string, pod: string): Promise<PodContainer | undefined> {
		const answer = await ifThere(this.#client.containerStatus({ containerId, verbose: true }, { signal: context.signal }));
		if (answer?.status === undefined) return undefined;
		const { metadata, image, imageRef, state, logPath } = answer.status;
		const name = metadata?.name ?? '';
		return {
			display: `${pod}:${name}:${containerId.slice(0, shortIdLength)}`,
			pod,
			name,
			id: containerId,
			uid: '',
			image: image?.image ?? imageRef,
			pid: detailsOf(answer.info).pid ?? 0,
			status: containerStates[state] ?? 'CONTAINER_UNKNOWN',
			networkNamespace: '',
			logPath,
		};
	}
}

/** runtime.v1.ContainerState. */
const containerStates = ['CONTAINER_CREATED', 'CONTAINER_RUNNING', 'CONTAINER_EXITED', 'CONTAINER_UNKNOWN'];
/** Seconds between SIGTERM and SIGKILL (upstream: 10). */
const stopSeconds = 10;
const shortIdLength = 12;

/** What containerd adds to a verbose answer: JSON under the key "info". */
interface Details {
	readonly pid?: number;
	readonly image?: string;
	readonly runtimeSpec?: { readonly linux?: { readonly namespaces?: readonly { readonly type: string; readonly path?: string }[] } };
}

function detailsOf(info: Readonly<Record<string, string>>): Details {
	try {
		return JSON.parse(info.info ?? '{}') as Details;
	} catch (error) {
		throw new RpcError('internal', 'containerd tells of a pod in a form that is not JSON', { cause: error });
	}
}

/** What has gone between a listing and the look at it is not there. */
async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (hasRpcCode(error, 'not-found')) return undefined;
		throw error;
	}
}
