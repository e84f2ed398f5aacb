import { type KubernetesObject, watchObjects } from '@ichor/kubernetes';
import {
	apiServerEndpointId,
	Endpoint,
	KubeletKubeconfig,
	KubernetesSecret,
	kubeletKubeconfigId,
	kubernetesSecretId,
	MachineType,
	machineTypeId,
} from '@ichor/machinery/resources';
import type { Controller, Reader } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { clientOf, nodeClient } from './kubernetes-access.ts';
import { Watching } from './watching.ts';

/** Where Kubernetes itself says that its API servers are: a control plane asks through the cluster's endpoint, as its own may not be up yet. */
export const endpointController: Controller = {
	name: 'k8s.EndpointController',
	inputs: [
		{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
		{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
		{ ...KubeletKubeconfig.kind, id: kubeletKubeconfigId, kind: 'weak' },
	],
	outputs: [{ type: Endpoint.type, kind: 'shared' }],
	async run(context, runtime) {
		let addresses: readonly string[] | undefined;
		const watching = new Watching(context, runtime);
		try {
			while (await runtime.nextReconcile()) {
				const { key, open } = await asker(runtime);
				if (key === undefined) addresses = undefined;
				await watching.follow(key, open, async (one, client) => {
					await watchObjects<EndpointSlice>(one, client, slicesPath, (slices) => {
						addresses = addressesOf([...slices.values()]);
						runtime.queueReconcile();
					});
				});
				const spec = addresses === undefined || addresses.length === 0 ? undefined : { addresses, hosts: [] };
				await publish(runtime, Endpoint, apiServerEndpointId, spec);
				runtime.resetRestartBackoff();
			}
		} finally {
			watching.end();
		}
	},
};

const slicesPath = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3Dkubernetes';

async function asker(reader: Reader) {
	const type = (await reader.find(MachineType.pointer(machineTypeId)))?.spec;
	if (type === 'worker') {
		const kubeconfig = (await reader.find(KubeletKubeconfig.pointer(kubeletKubeconfigId)))?.spec;
		return { key: kubeconfig?.hash, open: nodeClient };
	}
	const secrets = await reader.find(KubernetesSecret.pointer(kubernetesSecretId));
	return {
		key: secrets === undefined ? undefined : String(secrets.metadata.version),
		open: async () => (secrets === undefined ? undefined : await clientOf(secrets.spec.adminKubeconfig)),
	};
}

interface EndpointSlice extends KubernetesObject {
	readonly addressType?: string;
	readonly endpoints?: readonly { readonly addresses: readonly string[] }[];
}

/** IPv4 before IPv6, each sorted. */
function addressesOf(slices: readonly EndpointSlice[]): readonly string[] {
	const of = (type: string) =>
		slices
			.filter(({ addressType }) => addressType === type)
			.flatMap(({ endpoints = [] }) => endpoints.flatMap(({ addresses }) => addresses))
			.sort();
	return [...new Set([...of('IPv4'), ...of('IPv6')])];
}
