import { isIPv6 } from 'node:net';
import { type KubernetesClient, KubernetesError, type KubernetesObject } from '@ichor/kubernetes';
import {
	apiServerEndpointId,
	Endpoint,
	KubernetesAccessConfig,
	KubernetesSecret,
	kubernetesAccessConfigId,
	kubernetesSecretId,
} from '@ichor/machinery/resources';
import { type Controller, equalData, reconciling } from '@ichor/runtime';
import { type Context, pause, withTimeout } from '@ichor/std';
import { clientOf } from './kubernetes-access.ts';
import { talosApiPort, talosApiService } from './talos-api-service.ts';

/** Lets pods find the API of the machines: a service without a selector, whose endpoints are the control planes. */
export const talosApiEndpointsController: Controller = reconciling({
	name: 'kubeaccess.EndpointController',
	inputs: [
		{ ...KubernetesAccessConfig.kind, id: kubernetesAccessConfigId, kind: 'weak' },
		{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
		{ ...Endpoint.kind, kind: 'weak' },
	],
	outputs: [],
	async reconcile(context, runtime) {
		const access = (await runtime.find(KubernetesAccessConfig.pointer(kubernetesAccessConfigId)))?.spec;
		const kubeconfigs = (await runtime.find(KubernetesSecret.pointer(kubernetesSecretId)))?.spec;
		// the addresses of API servers are those that the kubelets of control planes have
		const addresses = (await runtime.find(Endpoint.pointer(apiServerEndpointId)))?.spec.addresses ?? [];
		if (access?.enabled !== true || kubeconfigs === undefined || addresses.length === 0) return;
		const client = await clientOf(kubeconfigs.localhostAdminKubeconfig);
		const limited = withTimeout(context, syncTime);
		try {
			// first the service: Kubernetes removes slices of services that are not there
			if ((await client.find(limited, `${servicesPath}/${talosApiService.name}`)) === undefined) {
				await client.create(limited, servicesPath, service);
			}
			for (const addressType of ['IPv4', 'IPv6'] as const) {
				const ofType = addresses.filter((address) => isIPv6(address) === (addressType === 'IPv6'));
				await syncSlice(limited, client, addressType, ofType);
			}
		} finally {
			client.close();
		}
	},
});

/** Milliseconds for all of it; what fails is tried again from the start. */
const syncTime = 30_000;

const labels = { provider: 'talos.dev', component: 'apid' };
const servicesPath = `/api/v1/namespaces/${talosApiService.namespace}/services`;
const slicesPath = `/apis/discovery.k8s.io/v1/namespaces/${talosApiService.namespace}/endpointslices`;

const service: KubernetesObject = {
	apiVersion: 'v1',
	kind: 'Service',
	metadata: { ...talosApiService, labels },
	spec: { ports: [{ name: 'apid', port: talosApiPort, protocol: 'TCP', targetPort: talosApiPort }] },
};

interface EndpointSlice extends KubernetesObject {
	readonly endpoints?: unknown;
	readonly ports?: unknown;
}

/** Other control planes write the same: whoever is late reads again. */
async function syncSlice(
	context: Context,
	client: KubernetesClient,
	addressType: 'IPv4' | 'IPv6',
	addresses: readonly string[],
): Promise<void> {
	const name = `${talosApiService.name}-${addressType.toLowerCase()}`;
	const path = `${slicesPath}/${name}`;
	const conditions = { ready: true, serving: true, terminating: false };
	const endpoints = [...new Set(addresses)].map((address) => ({ addresses: [address], conditions }));
	const ports = [{ name: 'apid', protocol: 'TCP', port: talosApiPort }];
	for (;;) {
		const current = await client.find<EndpointSlice>(context, path);
		try {
			if (endpoints.length === 0) {
				if (current !== undefined) await client.delete(context, path);
			} else if (current === undefined) {
				const { namespace } = talosApiService;
				const metadata = { name, namespace, labels: { ...labels, 'kubernetes.io/service-name': talosApiService.name } };
				const slice = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata, addressType, endpoints, ports };
				await client.create(context, slicesPath, slice);
			} else if (!equalData(current.endpoints, endpoints) || !equalData(current.ports, ports)) {
				await client.update(context, path, { ...current, endpoints, ports });
			}
			return;
		} catch (error) {
			if (!(error instanceof KubernetesError) || (error.code !== 'conflict' && error.code !== 'not-found')) throw error;
			await pause(context, conflictPause);
		}
	}
}

/** Milliseconds. */
const conflictPause = 100;
