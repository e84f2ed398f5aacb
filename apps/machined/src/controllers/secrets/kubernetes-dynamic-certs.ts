import { issueKeyPair } from '@ichor/machinery/pki';
import {
	CertSAN,
	KubernetesDynamicCert,
	KubernetesRoot,
	kubernetesCertSANId,
	kubernetesDynamicCertId,
	kubernetesRootId,
	pemPair,
	plainPem,
	TimeStatus,
	timeStatusId,
} from '@ichor/machinery/resources';
import { kubernetesLeafLife, lifetimeFrom } from './lifetime.ts';
import { alternativeNames } from './names.ts';
import { renewing } from './renewing.ts';

/** The API server's certificate, and those by which it is known to kubelets and to aggregated APIs. */
export const kubernetesDynamicCertsController = renewing({
	name: 'secrets.KubernetesDynamicCertsController',
	inputs: [
		{ ...KubernetesRoot.kind, id: kubernetesRootId, kind: 'weak' },
		{ ...TimeStatus.kind, id: timeStatusId, kind: 'weak' },
		{ ...CertSAN.kind, id: kubernetesCertSANId, kind: 'weak' },
	],
	type: KubernetesDynamicCert,
	id: kubernetesDynamicCertId,
	every: kubernetesLeafLife / 2,
	async ingredients(runtime) {
		const root = (await runtime.find(KubernetesRoot.pointer(kubernetesRootId)))?.spec;
		if (root === undefined) return 'gone';
		// certificates begin now: not before it is known when that is
		const synced = (await runtime.find(TimeStatus.pointer(timeStatusId)))?.spec.synced;
		const names = (await runtime.find(CertSAN.pointer(kubernetesCertSANId)))?.spec;
		if (synced !== true || names === undefined) return undefined;
		return { issuingCA: root.issuingCA, aggregatorCA: root.aggregatorCA, names };
	},
	async make({ issuingCA, aggregatorCA, names }) {
		const common = { ...lifetimeFrom(new Date(), kubernetesLeafLife), keyUsage: ['digitalSignature', 'keyEncipherment'] } as const;
		const client = { ...common, extendedKeyUsage: ['clientAuth'] } as const;
		const server = { ...common, extendedKeyUsage: ['serverAuth'], alternativeNames: await alternativeNames(names) } as const;
		const issuer = { crt: plainPem(issuingCA.crt), key: plainPem(issuingCA.key) };
		const aggregator = { crt: plainPem(aggregatorCA.crt), key: plainPem(aggregatorCA.key) };
		const kubeletClient = { organization: ['system:masters'], commonName: ['apiserver-kubelet-client'] };
		return {
			apiServer: pemPair(await issueKeyPair(issuer, { organization: ['kube-master'], commonName: ['kube-apiserver'] }, server)),
			apiServerKubeletClient: pemPair(await issueKeyPair(issuer, kubeletClient, client)),
			frontProxy: pemPair(await issueKeyPair(aggregator, { commonName: ['front-proxy-client'] }, client)),
		};
	},
});
