import { createHash } from 'node:crypto';
import { type MachineConfig, plainValue } from '@ichor/machinery/config';
import { clusterNetwork, type Proxy, proxy } from '@ichor/machinery/effective';
import type { BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import { encodeFreeFormText } from '@ichor/machinery/struct-text';
import { argumentList, mergeArguments } from './arguments.ts';
import { argumentMapOf, resourcesOf } from './component-fields.ts';
import { type JsonObject, jsonObject } from './json.ts';

export type ProxySettings = Pick<
	BootstrapManifestsConfigSpec,
	'proxyEnabled' | 'proxyImage' | 'proxyArgs' | 'proxyConfig' | 'proxyConfigChecksum' | 'proxyResources'
>;

/**
 * How kube-proxy runs. The root document configures it by arguments, as v1.13.9 does; the document of 1.14 by a file, which
 * says of its arguments what the user does not say there. Throws Error for an argument that is not the user's to say.
 */
export function proxySettings(config: MachineConfig): ProxySettings {
	const kubeProxy = proxy(config);
	if (kubeProxy === undefined) return { proxyEnabled: false, proxyImage: '', proxyArgs: [] };
	const { enabled: proxyEnabled, image: proxyImage, resources } = kubeProxy;
	const extraArgs = argumentMapOf(kubeProxy.extraArgs);
	const podSubnets = (clusterNetwork(config)?.podSubnets ?? []).join(',');
	const hostname = { 'hostname-override': ['$(NODE_NAME)'] };
	if (!kubeProxy.usesConfigFile) {
		const ours = {
			...hostname,
			'cluster-cidr': [podSubnets],
			kubeconfig: [kubeconfigPath],
			'proxy-mode': [modeOf(kubeProxy)],
			'conntrack-max-per-core': [String(maxPerCore)],
		};
		return { proxyEnabled, proxyImage, proxyArgs: argumentList(mergeArguments(ours, extraArgs, { kubeconfig: 'denied' })) };
	}
	const proxyConfig = configurationOf(kubeProxy, podSubnets);
	return {
		proxyEnabled,
		proxyImage,
		proxyArgs: argumentList(mergeArguments({ ...hostname, config: [proxyConfigPath] }, extraArgs, { config: 'denied' })),
		proxyConfig,
		proxyConfigChecksum: createHash('sha256').update(encodeFreeFormText(proxyConfig)).digest('hex'),
		proxyResources: resourcesOf(resources),
	};
}

/** Where a pod of kube-proxy finds its configuration. */
export const proxyConfigPath = '/var/lib/kube-proxy/config.conf';

/** Where it finds the way to the API server, which is not the user's to say. */
const kubeconfigPath = '/etc/kubernetes/kubeconfig';

/** The limit is the machine's business, not that of a pod. */
const maxPerCore = 0;

function modeOf({ mode }: Proxy): string {
	return mode || 'nftables';
}

function configurationOf(kubeProxy: Proxy, clusterCIDR: string): JsonObject {
	const users = jsonObject(plainValue(kubeProxy.config));
	return {
		clusterCIDR,
		mode: modeOf(kubeProxy),
		...users,
		apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
		kind: 'KubeProxyConfiguration',
		clientConnection: { ...jsonObject(users['clientConnection']), kubeconfig: kubeconfigPath },
		conntrack: { maxPerCore, ...jsonObject(users['conntrack']) },
	};
}
