import type { ElectionStore } from '@ichor/etcd';
import { openConntrack } from '@ichor/linux/conntrack';
import { openNfTables } from '@ichor/linux/nftables';
import type { Controller, State } from '@ichor/runtime';
import type { ServiceSet } from '../../services/service-set.ts';
import { addressFilterController } from './address-filter.ts';
import { admissionControlConfigController } from './admission-control-config.ts';
import { apiServerConfigController } from './api-server-config.ts';
import { auditPolicyConfigController } from './audit-policy-config.ts';
import { authenticationConfigController } from './authentication-config.ts';
import { authorizationConfigController } from './authorization-config.ts';
import { bootstrapManifestsConfigController } from './bootstrap-manifests-config.ts';
import { controlPlaneStaticPodController } from './control-plane-static-pod.ts';
import { controllerManagerConfigController } from './controller-manager-config.ts';
import { endpointController } from './endpoint.ts';
import { extraManifestController } from './extra-manifest.ts';
import { extraManifestsConfigController } from './extra-manifests-config.ts';
import { openKernelLoadBalancer } from './kernel-load-balancer.ts';
import { kubeletConfigController } from './kubelet-config.ts';
import { kubeletKubeconfigController } from './kubelet-kubeconfig.ts';
import { kubeletServiceController } from './kubelet-service.ts';
import { kubeletSpecController } from './kubelet-spec.ts';
import { kubeletStaticPodController } from './kubelet-static-pod.ts';
import { kubePrismController } from './kubeprism.ts';
import { kubePrismConfigController } from './kubeprism-config.ts';
import { kubePrismEndpointsController } from './kubeprism-endpoints.ts';
import { kubernetesAccessConfigController } from './kubernetes-access-config.ts';
import { manifestController } from './manifest.ts';
import { manifestApplyController } from './manifest-apply.ts';
import { nodeApplyController } from './node-apply.ts';
import { nodeCordonedSpecController } from './node-cordoned-spec.ts';
import { nodeIPController } from './node-ip.ts';
import { nodeIPConfigController } from './node-ip-config.ts';
import { nodeAnnotationSpecController, nodeLabelSpecController, nodeTaintSpecController } from './node-specs.ts';
import { nodeStatusController } from './node-status.ts';
import { nodenameController } from './nodename.ts';
import { renderConfigsStaticPodController } from './render-configs-static-pod.ts';
import { renderSecretsStaticPodController } from './render-secrets-static-pod.ts';
import { schedulerConfigController } from './scheduler-config.ts';
import { staticEndpointController } from './static-endpoint.ts';
import { staticPodConfigController } from './static-pod-config.ts';
import { staticPodServerController } from './static-pod-server.ts';
import { talosApiEndpointsController } from './talos-api-endpoints.ts';
import { talosServiceAccountController } from './talos-service-account.ts';
import { openUserSpaceLoadBalancer } from './user-space-load-balancer.ts';

/** What the controllers act on and ask. */
export interface KubernetesPorts {
	readonly services: ServiceSet;
	readonly state: State;
	/** Where the machine is elected that looks after the service accounts of the machines' API. */
	readonly openElection: () => Promise<ElectionStore>;
}

/** Kubernetes on this machine: control plane, kubelet, node, manifests and KubePrism. */
export function kubernetesControllers({ services, state, openElection }: KubernetesPorts): readonly Controller[] {
	return [
		addressFilterController,
		staticPodServerController,
		staticPodConfigController,
		nodenameController,
		nodeIPConfigController,
		nodeIPController,
		kubeletConfigController,
		kubeletSpecController,
		kubeletServiceController(services, state),
		kubeletKubeconfigController,
		kubeletStaticPodController,
		apiServerConfigController,
		controllerManagerConfigController,
		schedulerConfigController,
		admissionControlConfigController,
		auditPolicyConfigController,
		authenticationConfigController,
		authorizationConfigController,
		bootstrapManifestsConfigController,
		extraManifestsConfigController,
		renderSecretsStaticPodController,
		renderConfigsStaticPodController,
		controlPlaneStaticPodController,
		manifestController,
		extraManifestController,
		manifestApplyController,
		nodeLabelSpecController,
		nodeAnnotationSpecController,
		nodeTaintSpecController,
		nodeStatusController,
		nodeCordonedSpecController,
		nodeApplyController,
		staticEndpointController,
		endpointController,
		kubePrismEndpointsController,
		kubePrismConfigController,
		kubePrismController({
			kernel: (log) => openKernelLoadBalancer(() => ({ tables: openNfTables(), connections: openConntrack() }), log),
			userSpace: openUserSpaceLoadBalancer,
		}),
		kubernetesAccessConfigController,
		talosApiEndpointsController,
		talosServiceAccountController(openElection),
	];
}
