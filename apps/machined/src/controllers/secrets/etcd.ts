import { issueKeyPair } from '@ichor/machinery/pki';
import {
	EtcdCertificates,
	EtcdRoot,
	etcdCertificatesId,
	etcdRootId,
	HostnameStatus,
	hostnameId,
	NodeAddress,
	ownAccumulativeAddressId,
	pemPair,
	plainAddresses,
	plainPem,
} from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { lifetimeFrom } from './lifetime.ts';
import { alternativeNames } from './names.ts';

/** etcd's certificates: for its clients, its peers, the machine itself and the Kubernetes API server. */
export const etcdCertificatesController: Controller = {
	name: 'secrets.EtcdController',
	inputs: [
		{ ...EtcdRoot.kind, id: etcdRootId, kind: 'weak' },
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, id: ownAccumulativeAddressId, kind: 'weak' },
	],
	outputs: [{ type: EtcdCertificates.type, kind: 'exclusive' }],
	async run(_, runtime) {
		let made: unknown;
		while (await runtime.nextReconcile()) {
			const root = (await runtime.find(EtcdRoot.pointer(etcdRootId)))?.spec;
			const host = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec.hostname;
			const node = (await runtime.find(NodeAddress.pointer(ownAccumulativeAddressId)))?.spec;
			if (root === undefined || host === undefined || node === undefined) {
				await publish(runtime, EtcdCertificates, etcdCertificatesId, undefined);
				continue;
			}
			const ingredients = { root, host, node };
			if (equalData(made, ingredients)) continue;
			const issuer = { crt: plainPem(root.etcdCA.crt), key: plainPem(root.etcdCA.key) };
			const names = await alternativeNames({ dnsNames: [host, 'localhost'], ips: [...plainAddresses(node), '127.0.0.1', '::1'] });
			const common = { ...lifetimeFrom(new Date(), certificateLife), keyUsage: ['digitalSignature', 'keyEncipherment'] } as const;
			const both = { ...common, extendedKeyUsage: ['serverAuth', 'clientAuth'], alternativeNames: names } as const;
			const client = { ...common, extendedKeyUsage: ['clientAuth'] } as const;
			await publish(runtime, EtcdCertificates, etcdCertificatesId, {
				etcd: pemPair(await issueKeyPair(issuer, { commonName: [host] }, both)),
				etcdPeer: pemPair(await issueKeyPair(issuer, { commonName: [host] }, both)),
				etcdAdmin: pemPair(await issueKeyPair(issuer, { commonName: ['talos'] }, client)),
				etcdAPIServer: pemPair(await issueKeyPair(issuer, { commonName: ['kube-apiserver'] }, client)),
			});
			made = ingredients;
			runtime.resetRestartBackoff();
		}
	},
};

/** Milliseconds: ten years, as upstream's; a new authority or name makes new ones. */
const certificateLife = 87_600 * 3_600_000;
