import { acceptedKeys, serviceAccount } from '@ichor/machinery/effective';
import {
	apiServerConfigId,
	controllerManagerConfigId,
	EtcdCertificates,
	EtcdRoot,
	etcdCertificatesId,
	etcdRootId,
	KubernetesDynamicCert,
	KubernetesRoot,
	KubernetesSecret,
	kubernetesDynamicCertId,
	kubernetesRootId,
	kubernetesSecretId,
	type PemPair,
	plainPem,
	SecretStatus,
	schedulerConfigId,
	staticPodSecretsStatusId,
} from '@ichor/machinery/resources';
import { encodeFreeFormText } from '@ichor/machinery/struct-text';
import { type Controller, formatVersion, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';
import { encryptionConfiguration } from './encryption-configuration.ts';
import { writePodFiles } from './pod-files.ts';
import { apiServerUser, controllerManagerUser, schedulerUser } from './pods/users.ts';

/** Writes the secrets of the control plane's pods where they read them. */
export const renderSecretsStaticPodController: Controller = reconciling({
	name: 'k8s.RenderSecretsStaticPodController',
	inputs: [
		configInput,
		{ ...KubernetesRoot.kind, id: kubernetesRootId, kind: 'weak' },
		{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
		{ ...KubernetesDynamicCert.kind, id: kubernetesDynamicCertId, kind: 'weak' },
		{ ...EtcdRoot.kind, id: etcdRootId, kind: 'weak' },
		{ ...EtcdCertificates.kind, id: etcdCertificatesId, kind: 'weak' },
	],
	outputs: [{ type: SecretStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const root = (await runtime.find(KubernetesRoot.pointer(kubernetesRootId)))?.spec;
		const kubeconfigs = await runtime.find(KubernetesSecret.pointer(kubernetesSecretId));
		const certificates = (await runtime.find(KubernetesDynamicCert.pointer(kubernetesDynamicCertId)))?.spec;
		const etcdRoot = (await runtime.find(EtcdRoot.pointer(etcdRootId)))?.spec;
		const etcd = (await runtime.find(EtcdCertificates.pointer(etcdCertificatesId)))?.spec;
		const accounts = config && serviceAccount(config);
		if (config === undefined || root === undefined || kubeconfigs === undefined || certificates === undefined) return;
		if (etcdRoot === undefined || etcd === undefined || accounts === undefined) return;
		await writePodFiles(`${paths.kubernetesSecrets}/${apiServerConfigId}`, apiServerUser, {
			'etcd-client-ca.crt': plainPem(etcdRoot.etcdCA.crt),
			...pair('etcd-client', etcd.etcdAPIServer),
			'ca.crt': root.acceptedCAs.map(({ crt }) => plainPem(crt)).join(''),
			...pair('apiserver', certificates.apiServer),
			...pair('apiserver-kubelet-client', certificates.apiServerKubeletClient),
			'service-account.pub': (await acceptedKeys(accounts)).join(''),
			'service-account.key': accounts.issuingKey,
			'aggregator-ca.crt': plainPem(root.aggregatorCA.crt),
			...pair('front-proxy-client', certificates.frontProxy),
			'encryptionconfig.yaml': encodeFreeFormText(encryptionConfiguration(config)),
		});
		await writePodFiles(`${paths.kubernetesSecrets}/${controllerManagerConfigId}`, controllerManagerUser, {
			...pair('ca', root.issuingCA),
			'service-account.key': accounts.issuingKey,
			kubeconfig: kubeconfigs.spec.controllerManagerKubeconfig,
		});
		await writePodFiles(`${paths.kubernetesSecrets}/${schedulerConfigId}`, schedulerUser, {
			kubeconfig: kubeconfigs.spec.schedulerKubeconfig,
		});
		await publish(runtime, SecretStatus, staticPodSecretsStatusId, {
			ready: true,
			version: formatVersion(kubeconfigs.metadata.version),
		});
	},
});

function pair(name: string, { crt, key }: PemPair): Readonly<Record<string, string>> {
	return { [`${name}.crt`]: plainPem(crt), [`${name}.key`]: plainPem(key) };
}
