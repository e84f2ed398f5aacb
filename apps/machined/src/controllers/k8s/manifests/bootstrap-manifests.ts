import type { BootstrapManifestsConfigSpec, KubernetesRootSpec } from '@ichor/machinery/resources';
import type { JsonObject } from '../json.ts';
import { bootstrapToken } from './bootstrap-token.ts';
import { coreDNS, coreDNSService } from './core-dns.ts';
import { flannel } from './flannel.ts';
import { kubeProxy } from './kube-proxy.ts';
import { kubeconfigInCluster } from './kubeconfig-in-cluster.ts';
import { approveBootstrap, approveRenewal, nodeBootstrap, talosNodes } from './node-rbac.ts';
import { talosServiceAccount } from './talos-service-account.ts';

/** Everything that a new cluster begins with, by the ids of its manifests, which are upstream's and sort as they are applied. */
export function bootstrapManifests(config: BootstrapManifestsConfigSpec, root: KubernetesRootSpec): ReadonlyMap<string, JsonObject[]> {
	const manifests = new Map<string, JsonObject[]>([
		['00-kubelet-bootstrapping-token', [bootstrapToken(root)]],
		['01-csr-node-bootstrap', [nodeBootstrap]],
		['01-csr-approver-role-binding', [approveBootstrap]],
		['01-csr-renewal-role-binding', [approveRenewal]],
		['11-kube-config-in-cluster', [kubeconfigInCluster(config.string)]],
		['11-talos-node-rbac-template', [...talosNodes]],
	]);
	if (config.flannelEnabled) manifests.set('05-flannel', flannel(config));
	if (config.proxyEnabled) manifests.set('10-kube-proxy', kubeProxy(config));
	if (config.coreDNSEnabled) {
		manifests.set('11-core-dns', coreDNS(config));
		manifests.set('11-core-dns-svc', [coreDNSService(config)]);
	}
	if (config.talosAPIServiceEnabled) manifests.set('13-talos-service-account-crd', [talosServiceAccount]);
	return manifests;
}
