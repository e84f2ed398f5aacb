import { rootOf } from '@ichor/machinery/config';
import {
	addressInSubnet,
	aggregatorAuthority,
	apiServer,
	apiServerAuthority,
	cluster,
	clusterNetwork,
	kubePrism,
	serviceAccount,
} from '@ichor/machinery/effective';
import { KubernetesRoot, type KubernetesRootSpec, kubernetesRootId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** What everything secret in Kubernetes comes from, out of the configuration; on control planes only. */
export const rootKubernetesController: Controller = reconciling({
	name: 'secrets.RootKubernetesController',
	inputs: [configInput],
	outputs: [{ type: KubernetesRoot.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		await publish(runtime, KubernetesRoot, kubernetesRootId, config === undefined ? undefined : rootSpec(config));
	},
});

/** Undefined on a worker, and on a machine without Kubernetes. */
function rootSpec(config: Parameters<typeof cluster>[0]): KubernetesRootSpec | undefined {
	const root = rootOf(config);
	const authority = apiServerAuthority(config);
	const aggregator = aggregatorAuthority(config)?.issuing;
	const accounts = serviceAccount(config);
	const [known, network, server] = [cluster(config), clusterNetwork(config), apiServer(config)];
	if (root?.machine === undefined || root.machine.type === 'worker' || authority?.issuing === undefined) return undefined;
	if (aggregator === undefined || accounts === undefined || known === undefined || server === undefined) return undefined;
	const [tokenId = '', tokenSecret = ''] = (root.cluster?.token ?? '').split('.');
	const prism = kubePrism(config);
	return {
		name: known.name,
		endpoint: known.endpoint,
		local_endpoint: prism === undefined ? `https://localhost:${server.apiPort}` : `https://127.0.0.1:${prism.port}`,
		certSANs: server.certSANs,
		apiServerIPs: (network?.serviceSubnets ?? []).map((subnet) => addressInSubnet(subnet, 1)),
		dnsDomain: network?.dnsDomain ?? '',
		issuingCA: { crt: btoa(authority.issuing.certificate), key: btoa(authority.issuing.key) },
		acceptedCAs: authority.accepted.map((crt) => ({ crt: btoa(crt) })),
		serviceAccount: { key: btoa(accounts.issuingKey) },
		aggregatorCA: { crt: btoa(aggregator.certificate), key: btoa(aggregator.key) },
		aesCBCEncryptionSecret: root.cluster?.aescbcEncryptionSecret ?? '',
		bootstrapTokenID: tokenId,
		bootstrapTokenSecret: tokenSecret,
		secretboxEncryptionSecret: root.cluster?.secretboxEncryptionSecret ?? '',
	};
}
