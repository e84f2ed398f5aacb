import { isIP } from 'node:net';
import {
	CertSAN,
	fullyQualified,
	HostnameStatus,
	hostnameId,
	KubernetesRoot,
	kubernetesCertSANId,
	kubernetesRootId,
	NodeAddress,
	ownAccumulativeAddressId,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The names and addresses under which the Kubernetes API of this machine may be called. */
export const kubernetesCertSANsController: Controller = reconciling({
	name: 'secrets.KubernetesCertSANsController',
	inputs: [
		{ ...KubernetesRoot.kind, id: kubernetesRootId, kind: 'weak' },
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, id: ownAccumulativeAddressId, kind: 'weak' },
	],
	outputs: [{ type: CertSAN.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const root = (await runtime.find(KubernetesRoot.pointer(kubernetesRootId)))?.spec;
		if (root === undefined) return await publish(runtime, CertSAN, kubernetesCertSANId, undefined);
		const host = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec;
		const node = (await runtime.find(NodeAddress.pointer(ownAccumulativeAddressId)))?.spec;
		if (host === undefined || node === undefined) return;
		const endpoint = new URL(root.endpoint).hostname.replace(/^\[|\]$/g, '');
		const named = [endpoint, ...root.certSANs];
		const service = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', `kubernetes.default.svc.${root.dnsDomain}`];
		const addresses = [...named.filter((name) => isIP(name) !== 0), ...root.apiServerIPs, ...plainAddresses(node), '127.0.0.1'];
		const names = [...named.filter((name) => isIP(name) === 0), ...service, 'localhost', host.hostname, fullyQualified(host)];
		await publish(runtime, CertSAN, kubernetesCertSANId, {
			ips: [...new Set(addresses)].sort(),
			dnsNames: [...new Set(names)].sort(),
			fqdn: '',
		});
	},
});
