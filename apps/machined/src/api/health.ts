import type { ClusterInfo, ClusterService } from '@ichor/api/cluster';
import { openTalosClient, type TalosClient } from '@ichor/client/api';
import { type CheckedNode, healthProgress, nodeChecks } from '@ichor/client/health';
import { KubernetesOfCluster, kubernetesChecks } from '@ichor/cluster/health';
import { Member } from '@ichor/machinery/resources';
import { generateClientCertificate, secretsFromConfig } from '@ichor/machinery/secrets';
import { type Handlers, RpcError, roleKey } from '@ichor/rpc';
import { withTimeout } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { requireControlPlane } from './control-plane.ts';
import { kubeconfigOf } from './kubeconfig.ts';
import { requireConfig } from './require-config.ts';
import { mayCall } from './roles.ts';

/** The health of the cluster as this control plane sees it, asked with the roles of whoever asks. */
export function healthApi(machine: Machine): Handlers<typeof ClusterService> {
	const { state, context } = machine;
	return {
		async *healthCheck({ waitTimeout, clusterInfo }, call) {
			await requireControlPlane(state, 'cluster health check');
			const nodes = await nodesOf(machine, clusterInfo);
			const all = [...nodes.controlPlanes, ...nodes.workers].map(({ address }) => JSON.stringify(address));
			yield { message: `discovered nodes: [${all.join(' ')}]` };
			const limit = withTimeout({ ...context, signal: call.signal }, Number(waitTimeout?.seconds ?? 0n) * 1000);
			const roles = call.metadata(roleKey);
			const client = await ownClient(machine, roles);
			const kubernetes = new KubernetesOfCluster(async () => await ownKubeconfig(machine, roles), clusterInfo?.forceEndpoint ?? '');
			const checks = [...nodeChecks, ...kubernetesChecks(async (limited) => await kubernetes.client(limited))];
			try {
				for await (const message of healthProgress(limit, { client, ...nodes }, checks)) yield { message };
			} catch (error) {
				if (limit.signal.aborted) throw new RpcError('deadline-exceeded', 'context deadline exceeded', { cause: error });
				throw error;
			} finally {
				kubernetes.close();
				client.close();
			}
		},
	};
}

interface ClusterNodes {
	readonly controlPlanes: readonly CheckedNode[];
	readonly workers: readonly CheckedNode[];
}

/** The nodes that the caller names; those that discovery knows when it names none. */
async function nodesOf({ state }: Machine, info: ClusterInfo | undefined): Promise<ClusterNodes> {
	const { controlPlaneNodes = [], workerNodes = [] } = info ?? {};
	if (controlPlaneNodes.length + workerNodes.length > 0) {
		const named = (addresses: readonly string[]) => addresses.map((address) => ({ address, addresses: [address] }));
		return { controlPlanes: named(controlPlaneNodes), workers: named(workerNodes) };
	}
	const members = (await state.list(Member.kind)).map(({ spec }) => spec).filter(({ addresses }) => addresses.length > 0);
	if (members.length === 0) throw new RpcError('failed-precondition', 'no node of the cluster is known: name them, or turn discovery on');
	const nodes = (controlPlane: boolean) =>
		members
			.filter((member) => (member.controlPlane !== undefined) === controlPlane)
			.map(({ addresses }) => ({ address: addresses[0] ?? '', addresses }));
	return { controlPlanes: nodes(true), workers: nodes(false) };
}

/** This machine's own API, which passes calls on to the others: with a short-lived certificate of these roles. */
async function ownClient({ state }: Machine, roles: readonly string[]): Promise<TalosClient> {
	const secrets = secretsFromConfig(await requireConfig(state));
	const { crt, key } = await generateClientCertificate(secrets, { roles, now: new Date(), lifetime: certificateLife });
	const tls = { trust: [secrets.certs?.os?.crt ?? ''], identity: { certificate: crt, key } };
	return await openTalosClient({ endpoints: ['127.0.0.1'], tls });
}

/** The kubeconfig that this machine makes for whoever may ask for one: a check must not lend its caller a role. */
async function ownKubeconfig({ state }: Machine, roles: readonly string[]): Promise<Uint8Array> {
	if (!mayCall('/machine.MachineService/Kubeconfig', roles, false)) throw new RpcError('permission-denied', 'not authorized');
	return new TextEncoder().encode(await kubeconfigOf(await requireConfig(state)));
}

/** Milliseconds: longer than anybody waits for a cluster to be healthy. */
const certificateLife = 24 * 3_600_000;
