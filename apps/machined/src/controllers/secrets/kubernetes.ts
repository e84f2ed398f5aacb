import { encodeKubeconfig } from '@ichor/client';
import { issueKeyPair } from '@ichor/machinery/pki';
import {
	KubernetesRoot,
	type KubernetesRootSpec,
	KubernetesSecret,
	kubernetesRootId,
	kubernetesSecretId,
	plainPem,
	TimeStatus,
	timeStatusId,
} from '@ichor/machinery/resources';
import { kubernetesLeafLife, lifetimeFrom } from './lifetime.ts';
import { renewing } from './renewing.ts';

/** The kubeconfigs of the control plane's components and of the machine itself, renewed at half of their certificates' lives. */
export const kubernetesSecretsController = renewing({
	name: 'secrets.KubernetesController',
	inputs: [
		{ ...KubernetesRoot.kind, id: kubernetesRootId, kind: 'weak' },
		{ ...TimeStatus.kind, id: timeStatusId, kind: 'weak' },
	],
	type: KubernetesSecret,
	id: kubernetesSecretId,
	every: kubernetesLeafLife / 2,
	async ingredients(runtime) {
		const root = (await runtime.find(KubernetesRoot.pointer(kubernetesRootId)))?.spec;
		if (root === undefined) return 'gone';
		return (await runtime.find(TimeStatus.pointer(timeStatusId)))?.spec.synced === true ? root : undefined;
	},
	async make(root) {
		const admin: Caller = { commonName: 'talos:admin', organization: 'system:masters', user: 'admin', context: 'admin' };
		return {
			schedulerKubeconfig: await kubeconfigOf(root, root.local_endpoint, component('system:kube-scheduler')),
			controllerManagerKubeconfig: await kubeconfigOf(root, root.local_endpoint, component('system:kube-controller-manager')),
			localhostAdminKubeconfig: await kubeconfigOf(root, root.local_endpoint, admin),
			adminKubeconfig: await kubeconfigOf(root, root.endpoint, admin),
		};
	},
});

interface Caller {
	readonly commonName: string;
	readonly organization: string;
	readonly user: string;
	readonly context: string;
}

function component(name: string): Caller {
	return { commonName: name, organization: name, user: name, context: 'default' };
}

async function kubeconfigOf({ name, issuingCA, acceptedCAs }: KubernetesRootSpec, server: string, caller: Caller): Promise<string> {
	const issuer = { crt: plainPem(issuingCA.crt), key: plainPem(issuingCA.key) };
	const { crt, key } = await issueKeyPair(
		issuer,
		{ organization: [caller.organization], commonName: [caller.commonName] },
		{
			...lifetimeFrom(new Date(), kubernetesLeafLife),
			keyUsage: ['digitalSignature', 'keyEncipherment'],
			extendedKeyUsage: ['clientAuth'],
		},
	);
	const user = `${caller.user}@${name}`;
	const context = `${caller.context}@${name}`;
	const authority = btoa(acceptedCAs.map((accepted) => plainPem(accepted.crt)).join(''));
	return encodeKubeconfig({
		clusters: new Map([[name, { server, 'certificate-authority-data': authority }]]),
		users: new Map([[user, { 'client-certificate-data': btoa(crt), 'client-key-data': btoa(key) }]]),
		contexts: new Map([[context, { cluster: name, namespace: 'default', user }]]),
		currentContext: context,
	});
}
