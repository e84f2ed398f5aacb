import * as defaults from './defaults.ts';

/**
 * The releases of components that Ichor has where the contract's are not to be had: the Go module registry, which
 * Ichor builds from, does not serve them. A reference carries the version that is in it, so these are in the references.
 */
export const etcdVersion = 'v3.6.16';
/** Without a v, as upstream tags the image. */
export const flannelVersion = '0.28.10';

/** Upstream mirrors it from flannel's own (siderolabs/talos v1.13.9, pkg/images/list.go). */
export const flannelImage = 'ghcr.io/siderolabs/flannel';
/** siderolabs/talos v1.13.9, pkg/images/list.go. */
export const kubeNetworkPoliciesImage = 'registry.k8s.io/networking/kube-network-policies';

/** Versions in place of the defaults; empty is as good as none. */
export interface ImageVersions {
	readonly kubernetes?: string;
	readonly etcd?: string;
	readonly coreDNS?: string;
	readonly flannel?: string;
	readonly pause?: string;
	readonly kubeNetworkPolicies?: string;
}

/** The references of the images that a cluster pulls unless its configuration says otherwise, by component. */
export function clusterImages(versions: ImageVersions = {}) {
	const kubernetes = versions.kubernetes || `v${defaults.defaultKubernetesVersion}`;
	const pause = defaults.pauseImage.slice(0, defaults.pauseImage.lastIndexOf(':'));
	return {
		flannel: `${flannelImage}:${versions.flannel || flannelVersion}`,
		coreDNS: `${defaults.coreDNSImage}:${versions.coreDNS || defaults.defaultCoreDNSVersion}`,
		etcd: `${defaults.etcdImage}:${versions.etcd || etcdVersion}`,
		pause: versions.pause ? `${pause}:${versions.pause}` : defaults.pauseImage,
		kubeAPIServer: `${defaults.kubeAPIServerImage}:${kubernetes}`,
		kubeControllerManager: `${defaults.kubeControllerManagerImage}:${kubernetes}`,
		kubeScheduler: `${defaults.kubeSchedulerImage}:${kubernetes}`,
		kubeProxy: `${defaults.kubeProxyImage}:${kubernetes}`,
		kubelet: `${defaults.kubeletImage}:${kubernetes}`,
		kubeNetworkPolicies: `${kubeNetworkPoliciesImage}:${versions.kubeNetworkPolicies || defaults.kubeNetworkPoliciesVersion}`,
	} as const;
}
