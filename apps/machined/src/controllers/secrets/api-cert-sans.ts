import {
	accumulativeAddressId,
	apiCertSANId,
	CertSAN,
	fullyQualified,
	HostnameStatus,
	hostnameId,
	NodeAddress,
	OSRoot,
	osRootId,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The names and addresses under which the machine's API may be called. */
export const apiCertSANsController: Controller = reconciling({
	name: 'secrets.APICertSANsController',
	inputs: [
		{ ...OSRoot.kind, id: osRootId, kind: 'weak' },
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, id: accumulativeAddressId, kind: 'weak' },
	],
	outputs: [{ type: CertSAN.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const root = await runtime.find(OSRoot.pointer(osRootId));
		const host = await runtime.find(HostnameStatus.pointer(hostnameId));
		const node = await runtime.find(NodeAddress.pointer(accumulativeAddressId));
		if (host === undefined || node === undefined) return;
		const fqdn = fullyQualified(host.spec);
		await publish(runtime, CertSAN, apiCertSANId, {
			ips: [...new Set([...(root?.spec.certSANIPs ?? []), ...plainAddresses(node.spec), '127.0.0.1', '::1'])],
			dnsNames: [...new Set([...(root?.spec.certSANDNSNames ?? []), host.spec.hostname, fqdn])],
			fqdn,
		});
	},
});
