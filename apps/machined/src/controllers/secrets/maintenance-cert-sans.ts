import {
	accumulativeAddressId,
	CertSAN,
	HostnameStatus,
	hostnameId,
	maintenanceCertSANId,
	NodeAddress,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The names and addresses of the machine before it has a configuration. */
export const maintenanceCertSANsController: Controller = reconciling({
	name: 'secrets.MaintenanceCertSANsController',
	inputs: [
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, id: accumulativeAddressId, kind: 'weak' },
	],
	outputs: [{ type: CertSAN.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const host = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec;
		const node = await runtime.find(NodeAddress.pointer(accumulativeAddressId));
		if (node === undefined) return;
		const names = host === undefined ? [] : [host.hostname, ...(host.domainname === '' ? [] : [`${host.hostname}.${host.domainname}`])];
		await publish(runtime, CertSAN, maintenanceCertSANId, {
			ips: [...new Set([...plainAddresses(node.spec), '127.0.0.1', '::1'])].toSorted(),
			dnsNames: [...new Set(names)].toSorted(),
			fqdn: 'maintenance-service.talos.dev',
		});
	},
});
