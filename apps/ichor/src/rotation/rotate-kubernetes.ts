import type { TalosClient } from '@ichor/client/api';
import { KubernetesOfCluster } from '@ichor/cluster/health';
import { type Condition, isReady, type KubernetesObject } from '@ichor/kubernetes';
import type { CertificateAndKey } from '@ichor/machinery/pki';
import { KubernetesRoot, kubernetesRootId } from '@ichor/machinery/resources';
import { background, pause, withTimeout } from '@ichor/std';
import { failureText } from '../nodes/failure-text.ts';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import { bytesOf } from '../nodes/streams.ts';
import { changeApiServer } from './api-server-restart.ts';
import { type AuthorityStep, accept, changeAuthority, drop, issueBy } from './authority-change.ts';
import { changeNodes } from './change-nodes.ts';
import { type RotationOptions, sayAuthority, sayTopology } from './rotation.ts';

export interface KubernetesRotationOptions extends RotationOptions {
	/** `HOST` or `HOST:PORT` of the Kubernetes API; empty for what the kubeconfig says. */
	readonly kubernetesEndpoint: string;
}

/**
 * Gives the Kubernetes API of a cluster another authority, in the steps of {@link rotateTalos}. Its servers start anew one after
 * another, so that the others serve, and between the steps it waits until every node is ready.
 *
 * @throws Error at the first node that cannot be changed, or when Kubernetes does not come back
 */
export async function rotateKubernetes(
	client: TalosClient,
	authority: CertificateAndKey,
	options: KubernetesRotationOptions,
): Promise<void> {
	const { say, dryRun, controlPlanes, signal } = options;
	const [first = ''] = controlPlanes;
	say(`> Starting Kubernetes API PKI rotation, dry-run mode ${dryRun}...`);
	sayTopology(options);
	const connect = (label: string): KubernetesOfCluster => {
		say(`> Building ${label} Kubernetes client...`);
		const kubeconfig = async () => await fileInArchive('kubeconfig', bytesOf(client.node(first).machine.kubeconfig({}, { signal })));
		return new KubernetesOfCluster(kubeconfig, options.kubernetesEndpoint);
	};
	const change = async (title: string, step: AuthorityStep): Promise<void> => {
		say(title);
		await changeNodes(
			options,
			client,
			(config) => changeAuthority(config, 'kubernetes', step),
			async (node, apply) => await changeApiServer(node, signal, apply),
		);
	};
	await using current = closing(connect('current'));
	const old = await currentAuthority(client, first, signal);
	sayAuthority(options, '> Current Kubernetes CA:', old);
	sayAuthority(options, '> New Kubernetes CA:', authority.crt);
	await verify(current.kubernetes, 'existing PKI', options);
	await change('> Adding new Kubernetes CA as accepted...', accept(authority.crt));
	await change('> Making new Kubernetes CA the issuing CA, old Kubernetes CA the accepted CA...', issueBy(authority, old));
	await using renewed = closing(connect('new'));
	await verify(renewed.kubernetes, 'new PKI', options);
	await change('> Removing old Kubernetes CA from the accepted CAs...', drop(old));
	await verify(renewed.kubernetes, 'new PKI', options);
	say(
		dryRun
			? '> Dry-run mode enabled, no changes were made to the cluster, re-run with `--dry-run=false` to apply the changes.'
			: "> Kubernetes CA rotation done, new 'kubeconfig' can be fetched with `ichor kubeconfig`.",
	);
}

function closing(kubernetes: KubernetesOfCluster): AsyncDisposable & { readonly kubernetes: KubernetesOfCluster } {
	return { kubernetes, [Symbol.asyncDispose]: async () => kubernetes.close() };
}

async function currentAuthority(client: TalosClient, node: string, signal: AbortSignal): Promise<string> {
	try {
		const { resource } = await client.node(node).state.get(KubernetesRoot.pointer(kubernetesRootId), { signal });
		return atob(KubernetesRoot.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).issuingCA?.crt ?? '');
	} catch (error) {
		throw new Error(`error fetching current Kubernetes CA: ${failureText(error)}`, { cause: error });
	}
}

interface Node extends KubernetesObject {
	readonly status?: { readonly conditions?: readonly Condition[] };
}

/** Waits until every node is ready, as the API server has it. */
async function verify(kubernetes: KubernetesOfCluster, what: string, { dryRun, say, signal }: RotationOptions): Promise<void> {
	say(`> Verifying connectivity with ${what}...`);
	if (dryRun) {
		say(' - OK (dry-run mode)');
		return;
	}
	const context = withTimeout({ ...background, signal }, patience);
	for (;;) {
		const state = await readiness().catch(failureText);
		if (typeof state === 'number') {
			say(` - OK (${state} nodes ready)`);
			return;
		}
		await pause(context, retryPause).catch((error: unknown): never => {
			throw new Error(`retry failed: ${state}`, { cause: error });
		});
	}

	async function readiness(): Promise<number> {
		const api = await kubernetes.client(context);
		const { items } = await api.list<Node>(context, '/api/v1/nodes');
		const waiting = items.filter((node) => !isReady(node));
		if (waiting.length === 0) return items.length;
		throw new Error(`nodes not ready: [${waiting.map(({ metadata }) => JSON.stringify(metadata.name)).join(' ')}]`);
	}
}

/** Milliseconds. */
const patience = 3 * 60_000;
const retryPause = 1000;
