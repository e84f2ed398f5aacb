import { rootOf } from '@ichor/machinery/config';
import { apiServer, apiServerAuthority, cluster, kubePrism } from '@ichor/machinery/effective';
import { KubeletSecret, kubeletSecretId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** What the kubelet joins the cluster with, out of the configuration. */
export const kubeletSecretController: Controller = reconciling({
	name: 'secrets.KubeletController',
	inputs: [configInput],
	outputs: [{ type: KubeletSecret.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const root = config && rootOf(config);
		const accepted = (config && apiServerAuthority(config)?.accepted) ?? [];
		const known = config && cluster(config);
		if (config === undefined || root?.machine === undefined || known === undefined || accepted.length === 0) {
			return await publish(runtime, KubeletSecret, kubeletSecretId, undefined);
		}
		const prism = kubePrism(config);
		const own = root.machine.type === 'worker' ? known.endpoint : `https://localhost:${apiServer(config)?.apiPort ?? ''}`;
		const [tokenId = '', tokenSecret = ''] = (root.cluster?.token ?? '').split('.');
		await publish(runtime, KubeletSecret, kubeletSecretId, {
			endpoint: prism === undefined ? own : `https://127.0.0.1:${prism.port}`,
			...(prism?.tlsServerName ? { endpointTLSServerName: prism.tlsServerName } : {}),
			acceptedCAs: accepted.map((crt) => ({ crt: btoa(crt) })),
			bootstrapTokenID: tokenId,
			bootstrapTokenSecret: tokenSecret,
		});
	},
});
