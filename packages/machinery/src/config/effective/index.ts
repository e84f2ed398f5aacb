/** What a configuration means: documents before the root document, defaults filled in. One function for each subject. */
export {
	type AdmissionPlugin,
	type APIServer,
	type Authorizer,
	admissionPlugins,
	apiServer,
	auditPolicy,
	authentication,
	authorizers,
	type VolumeMount,
} from './api-server.ts';
export { aggregatorAuthority, apiServerAuthority, type CertificateAuthority } from './certificate-authorities.ts';
export { type Cluster, cluster, kubePrism, talosAPIAccess } from './cluster.ts';
export { type ClusterNetwork, clusterNetwork, type Flannel, flannel } from './cluster-network.ts';
export {
	type ControlPlaneComponent,
	controllerManager,
	coreDNS,
	type Proxy,
	proxy,
	type Scheduler,
	scheduler,
} from './control-plane.ts';
export { discoveryIdentity } from './discovery.ts';
export { imageCache } from './image-cache.ts';
export { type KernelModule, kernelModules, sysctls, sysfsValues } from './kernel.ts';
export { type KubeSpan, kubeSpan } from './kube-span.ts';
export { credentialProvider, type Kubelet, type KubernetesNode, kubelet, kubernetesNode } from './kubelet.ts';
export { kmsgLogDestinations, type LoggingDestination, loggingDestinations } from './logging.ts';
export { machineType } from './machine.ts';
export {
	type ExternalManifest,
	externalManifests,
	type InlineManifest,
	inlineManifests,
	type StaticPod,
	staticPods,
} from './manifests.ts';
export type { Arguments, PodResources } from './pod-settings.ts';
export { type Registries, type RegistryAuth, type RegistryMirror, type RegistryTLS, registries } from './registries.ts';
export { acceptedKeys, type ServiceAccount, serviceAccount } from './service-account.ts';
export { addressInSubnet, filterAddresses } from './subnet-address.ts';
