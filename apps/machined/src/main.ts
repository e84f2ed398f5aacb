import { chown, mkdir } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { openEthtool } from '@ichor/linux/ethtool';
import { kernelParams } from '@ichor/linux/kernel-params';
import { bindMounts } from '@ichor/linux/mount';
import { openRouteNetlink } from '@ichor/linux/netlink';
import { gratuitousArp } from '@ichor/linux/packet';
import {
	ApiCertificates,
	apiCertificatesId,
	HostnameStatus,
	MachineType,
	Member,
	machineRegistry,
	machineTypeId,
	NodeAddress,
	namespaces,
	OperatorSpec,
	OSRoot,
	TrustdCertificates,
	trustdCertificatesId,
	VolumeLifecycle,
	volumeLifecycleId,
} from '@ichor/machinery/resources';
import { listenUnix } from '@ichor/rpc';
import { Engine, InMemoryState, publishDefinitions, State } from '@ichor/runtime';
import { messageOf, waitFor } from '@ichor/std';
import { machineServer } from './api/server.ts';
import { boundLogs } from './boot/bounded-logs.ts';
import { Configuration } from './boot/configuration.ts';
import { serveDaemonState } from './boot/daemon-state.ts';
import { mountController } from './controllers/block/mount.ts';
import { mountRequestController } from './controllers/block/mount-request.ts';
import { mountStatusController } from './controllers/block/mount-status.ts';
import { userDiskConfigController } from './controllers/block/user-disk-config.ts';
import { volumeConfigController } from './controllers/block/volume-config.ts';
import { volumeManagerController } from './controllers/block/volume-manager.ts';
import { affiliateMergeController } from './controllers/cluster/affiliate-merge.ts';
import { discoveryConfigController } from './controllers/cluster/config.ts';
import { discoveryServiceController } from './controllers/cluster/discovery-service.ts';
import { clusterInfoController } from './controllers/cluster/info.ts';
import { localAffiliateController } from './controllers/cluster/local-affiliate.ts';
import { memberController } from './controllers/cluster/member.ts';
import { nodeIdentityController } from './controllers/cluster/node-identity.ts';
import { machineTypeController } from './controllers/config/machine-type.ts';
import { imageCacheConfigController } from './controllers/cri/image-cache-config.ts';
import { registriesConfigController } from './controllers/cri/registries-config.ts';
import { seccompProfileController } from './controllers/cri/seccomp-profile.ts';
import { seccompProfileFileController } from './controllers/cri/seccomp-profile-file.ts';
import { etcdAdvertisedPeerController } from './controllers/etcd/advertised-peer.ts';
import { etcdConfigController } from './controllers/etcd/config.ts';
import { etcdMemberController } from './controllers/etcd/member.ts';
import { etcdPkiController } from './controllers/etcd/pki.ts';
import { etcdSpecController } from './controllers/etcd/spec.ts';
import { criRegistryConfigController } from './controllers/files/cri-registry-config.ts';
import { etcFileController } from './controllers/files/etc-file.ts';
import { addressFilterController } from './controllers/k8s/address-filter.ts';
import { admissionControlConfigController } from './controllers/k8s/admission-control-config.ts';
import { apiServerConfigController } from './controllers/k8s/api-server-config.ts';
import { auditPolicyConfigController } from './controllers/k8s/audit-policy-config.ts';
import { authorizationConfigController } from './controllers/k8s/authorization-config.ts';
import { bootstrapManifestsConfigController } from './controllers/k8s/bootstrap-manifests-config.ts';
import { controlPlaneStaticPodController } from './controllers/k8s/control-plane-static-pod.ts';
import { controllerManagerConfigController } from './controllers/k8s/controller-manager-config.ts';
import { endpointController } from './controllers/k8s/endpoint.ts';
import { extraManifestController } from './controllers/k8s/extra-manifest.ts';
import { extraManifestsConfigController } from './controllers/k8s/extra-manifests-config.ts';
import { kubeletConfigController } from './controllers/k8s/kubelet-config.ts';
import { kubeletKubeconfigController } from './controllers/k8s/kubelet-kubeconfig.ts';
import { kubeletServiceController } from './controllers/k8s/kubelet-service.ts';
import { kubeletSpecController } from './controllers/k8s/kubelet-spec.ts';
import { kubeletStaticPodController } from './controllers/k8s/kubelet-static-pod.ts';
import { kubePrismController } from './controllers/k8s/kubeprism.ts';
import { kubePrismConfigController } from './controllers/k8s/kubeprism-config.ts';
import { kubePrismEndpointsController } from './controllers/k8s/kubeprism-endpoints.ts';
import { nodeClient } from './controllers/k8s/kubernetes-access.ts';
import { kubernetesAccessConfigController } from './controllers/k8s/kubernetes-access-config.ts';
import { manifestController } from './controllers/k8s/manifest.ts';
import { manifestApplyController } from './controllers/k8s/manifest-apply.ts';
import { nodeApplyController } from './controllers/k8s/node-apply.ts';
import { nodeCordonedSpecController } from './controllers/k8s/node-cordoned-spec.ts';
import { nodeIPController } from './controllers/k8s/node-ip.ts';
import { nodeIPConfigController } from './controllers/k8s/node-ip-config.ts';
import { nodeAnnotationSpecController, nodeLabelSpecController, nodeTaintSpecController } from './controllers/k8s/node-specs.ts';
import { nodeStatusController } from './controllers/k8s/node-status.ts';
import { nodenameController } from './controllers/k8s/nodename.ts';
import { renderConfigsStaticPodController } from './controllers/k8s/render-configs-static-pod.ts';
import { renderSecretsStaticPodController } from './controllers/k8s/render-secrets-static-pod.ts';
import { schedulerConfigController } from './controllers/k8s/scheduler-config.ts';
import { staticEndpointController } from './controllers/k8s/static-endpoint.ts';
import { staticPodConfigController } from './controllers/k8s/static-pod-config.ts';
import { staticPodServerController } from './controllers/k8s/static-pod-server.ts';
import { talosApiEndpointsController } from './controllers/k8s/talos-api-endpoints.ts';
import { talosServiceAccountController } from './controllers/k8s/talos-service-account.ts';
import { openUserSpaceLoadBalancer } from './controllers/k8s/user-space-load-balancer.ts';
import { kubeSpanConfigController } from './controllers/kubespan/config.ts';
import { addressConfigController } from './controllers/network/address-config.ts';
import { addressMergeController } from './controllers/network/address-merge.ts';
import { addressSpecController } from './controllers/network/address-spec.ts';
import { addressStatusController } from './controllers/network/address-status.ts';
import { deviceConfigController } from './controllers/network/device-config.ts';
import { networkEtcFileController } from './controllers/network/etc-file.ts';
import { ethernetStatusController } from './controllers/network/ethernet-status.ts';
import { hardwareAddrController } from './controllers/network/hardware-addr.ts';
import { hostDNSConfigController } from './controllers/network/host-dns-config.ts';
import { hostnameConfigController } from './controllers/network/hostname-config.ts';
import { hostnameMergeController } from './controllers/network/hostname-merge.ts';
import { hostnameSpecController } from './controllers/network/hostname-spec.ts';
import { linkConfigController } from './controllers/network/link-config.ts';
import { linkMergeController } from './controllers/network/link-merge.ts';
import { linkSpecController } from './controllers/network/link-spec.ts';
import { linkStatusController } from './controllers/network/link-status.ts';
import { nodeAddressController } from './controllers/network/node-address.ts';
import { nodeAddressSortAlgorithmController } from './controllers/network/node-address-sort-algorithm.ts';
import { operatorConfigController } from './controllers/network/operator-config.ts';
import { operatorMergeController } from './controllers/network/operator-merge.ts';
import { operatorSpecController } from './controllers/network/operator-spec.ts';
import { operatorVipConfigController } from './controllers/network/operator-vip-config.ts';
import { containerPlatformConfigController } from './controllers/network/platform-config.ts';
import { platformConfigApplyController } from './controllers/network/platform-config-apply.ts';
import { resolverConfigController } from './controllers/network/resolver-config.ts';
import { resolverMergeController } from './controllers/network/resolver-merge.ts';
import { resolverSpecController } from './controllers/network/resolver-spec.ts';
import { routeConfigController } from './controllers/network/route-config.ts';
import { routeMergeController } from './controllers/network/route-merge.ts';
import { routeSpecController } from './controllers/network/route-spec.ts';
import { routeStatusController } from './controllers/network/route-status.ts';
import { routingRuleConfigController } from './controllers/network/routing-rule-config.ts';
import { routingRuleMergeController } from './controllers/network/routing-rule-merge.ts';
import { routingRuleSpecController } from './controllers/network/routing-rule-spec.ts';
import { routingRuleStatusController } from './controllers/network/routing-rule-status.ts';
import { networkStatusController } from './controllers/network/status.ts';
import { timeServerConfigController } from './controllers/network/time-server-config.ts';
import { timeServerMergeController } from './controllers/network/time-server-merge.ts';
import { timeServerSpecController } from './controllers/network/time-server-spec.ts';
import { statsController } from './controllers/perf/stats.ts';
import { apiServiceConfigController } from './controllers/runtime/api-service-config.ts';
import { devicesStatusController } from './controllers/runtime/devices-status.ts';
import { diagnosticsController } from './controllers/runtime/diagnostics.ts';
import { diagnosticsLoggerController } from './controllers/runtime/diagnostics-logger.ts';
import { environmentController } from './controllers/runtime/environment.ts';
import { kernelModuleConfigController } from './controllers/runtime/kernel-module-config.ts';
import { kernelParamConfigController } from './controllers/runtime/kernel-param-config.ts';
import { kernelParamDefaultsController } from './controllers/runtime/kernel-param-defaults.ts';
import { kernelParamSpecController } from './controllers/runtime/kernel-param-spec.ts';
import { machineStatusController } from './controllers/runtime/machine-status.ts';
import { maintenanceConfigController } from './controllers/runtime/maintenance-config.ts';
import { securityStateController } from './controllers/runtime/security-state.ts';
import { versionController } from './controllers/runtime/version.ts';
import { apiCertificatesController } from './controllers/secrets/api.ts';
import { apiCertSANsController } from './controllers/secrets/api-cert-sans.ts';
import { encryptionSaltController } from './controllers/secrets/encryption-salt.ts';
import { etcdCertificatesController } from './controllers/secrets/etcd.ts';
import { kubeletSecretController } from './controllers/secrets/kubelet.ts';
import { kubernetesSecretsController } from './controllers/secrets/kubernetes.ts';
import { kubernetesCertSANsController } from './controllers/secrets/kubernetes-cert-sans.ts';
import { kubernetesDynamicCertsController } from './controllers/secrets/kubernetes-dynamic-certs.ts';
import { maintenanceCertSANsController } from './controllers/secrets/maintenance-cert-sans.ts';
import { maintenanceRootController } from './controllers/secrets/maintenance-root.ts';
import { rootEtcdController } from './controllers/secrets/root-etcd.ts';
import { rootKubernetesController } from './controllers/secrets/root-kubernetes.ts';
import { rootOSController } from './controllers/secrets/root-os.ts';
import { trustdCertificatesController } from './controllers/secrets/trustd.ts';
import { timeSyncController } from './controllers/time/sync.ts';
import { EventBus } from './events/event-bus.ts';
import { Console } from './log.ts';
import type { Machine } from './machine.ts';
import { paths } from './paths.ts';
import { bootSequence, initializeSequence, installSequence, type ServiceList } from './sequencer/boot-sequences.ts';
import { shutdownSequence } from './sequencer/end-sequences.ts';
import { Sequencer } from './sequencer/sequencer.ts';
import { containerd } from './services/containerd.ts';
import { daemon } from './services/daemon.ts';
import { etcd } from './services/etcd.ts';
import { EtcdControl } from './services/etcd-control.ts';
import { machined } from './services/machined.ts';
import { ServiceSet } from './services/service-set.ts';
import { apidUser, trustdUser } from './users.ts';

/** machined: everything that a node is, but for PID 1 itself and what faces the network. */

// what `processes` and `netstat` call it
process.title = 'machined';

const life = new AbortController();
const context = new Console().context(life.signal);
const registry = machineRegistry();
const state = new State(new InMemoryState());
/** The kernel of this node's network namespace. */
const kernel = openRouteNetlink();
const cards = openEthtool();

/** Named by whoever made the container, as upstream's provisioner does, or by what the container sees: `2CPU-8192RAM`. */
const instanceType = process.env.TALOSSKU ?? `${availableParallelism()}CPU-${Math.round(totalmem() / 2 ** 20)}RAM`;

const engine = new Engine(state);
const events = new EventBus();

const machine: Machine = {
	context,
	state,
	registry,
	engine,
	events,
	services: new ServiceSet(context, events, state),
	sequencer: new Sequencer(context, events),
	configuration: new Configuration(state),
	etcd: new EtcdControl(state),
	openNodeClient: nodeClient,
	exit(code) {
		context.log('info', code === 0 ? 'shutting down' : 'rebooting');
		// the last line and the last answer are still on their way
		setTimeout(() => process.exit(code), 50);
	},
};

for (const controller of [
	machineTypeController,
	imageCacheConfigController,
	registriesConfigController,
	seccompProfileController,
	seccompProfileFileController(paths.seccompProfiles),
	userDiskConfigController,
	volumeConfigController,
	volumeManagerController,
	mountRequestController,
	mountController(),
	mountStatusController,
	kubeSpanConfigController,
	statsController,
	apiServiceConfigController,
	devicesStatusController,
	diagnosticsController,
	diagnosticsLoggerController,
	environmentController,
	kernelModuleConfigController,
	kernelParamConfigController,
	kernelParamDefaultsController,
	kernelParamSpecController(kernelParams()),
	maintenanceConfigController,
	securityStateController,
	encryptionSaltController,
	maintenanceCertSANsController,
	versionController,
	machineStatusController(events),
	timeSyncController,
	linkStatusController(kernel, cards),
	addressStatusController(kernel),
	routeStatusController(kernel),
	routingRuleStatusController(kernel),
	ethernetStatusController(cards),
	hardwareAddrController,
	containerPlatformConfigController({ hostname: '/etc/hostname', resolvConf: '/etc/resolv.conf', instanceType }),
	platformConfigApplyController,
	deviceConfigController,
	linkConfigController,
	linkMergeController,
	linkSpecController(kernel),
	addressConfigController,
	addressMergeController,
	addressSpecController(kernel, gratuitousArp),
	routeConfigController,
	routeMergeController,
	routeSpecController(kernel),
	routingRuleConfigController,
	routingRuleMergeController,
	routingRuleSpecController(kernel),
	hostnameConfigController,
	hostnameMergeController,
	hostnameSpecController,
	resolverConfigController,
	resolverMergeController,
	resolverSpecController,
	timeServerConfigController,
	timeServerMergeController,
	timeServerSpecController,
	operatorConfigController,
	operatorVipConfigController,
	operatorMergeController,
	operatorSpecController({ kernel, arp: gratuitousArp, openElection: () => machine.etcd.openElection() }),
	hostDNSConfigController,
	nodeAddressSortAlgorithmController,
	nodeAddressController,
	networkStatusController,
	networkEtcFileController(paths.podResolvConf),
	etcFileController({ seen: paths.etc, kept: paths.systemEtc, mounts: bindMounts }),
	nodeIdentityController,
	clusterInfoController,
	discoveryConfigController,
	localAffiliateController,
	discoveryServiceController,
	affiliateMergeController,
	memberController,
	criRegistryConfigController,
	rootOSController,
	rootEtcdController,
	maintenanceRootController,
	apiCertSANsController,
	apiCertificatesController,
	trustdCertificatesController,
	rootKubernetesController,
	kubernetesCertSANsController,
	kubernetesDynamicCertsController,
	kubernetesSecretsController,
	kubeletSecretController,
	etcdCertificatesController,
	etcdConfigController,
	etcdSpecController,
	etcdPkiController,
	etcdMemberController(machine.etcd),
	addressFilterController,
	staticPodServerController,
	staticPodConfigController,
	nodenameController,
	nodeIPConfigController,
	nodeIPController,
	kubeletConfigController,
	kubeletSpecController,
	kubeletServiceController(machine.services, state),
	kubeletKubeconfigController,
	kubeletStaticPodController,
	apiServerConfigController,
	controllerManagerConfigController,
	schedulerConfigController,
	admissionControlConfigController,
	auditPolicyConfigController,
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
	kubePrismController(openUserSpaceLoadBalancer),
	etcdAdvertisedPeerController(machine.etcd),
	kubernetesAccessConfigController,
	talosApiEndpointsController,
	talosServiceAccountController(() => machine.etcd.openElection()),
]) {
	engine.register(controller);
}

const list: ServiceList = {
	machined,
	containerd: containerd('containerd', {
		socket: paths.systemContainerd,
		state: '/system/run/containerd',
		root: '/system/var/lib/containerd',
		configuration: '/system/run/containerd.toml',
	}),
	apid: daemon('apid', {
		user: apidUser,
		port: 50000,
		sockets: [paths.machineSocket, paths.apidState],
		conditions: [
			{
				what: 'api certificates',
				async met(waiting) {
					await waitFor(waiting, async () => await state.find(ApiCertificates.pointer(apiCertificatesId)), 50);
				},
			},
		],
	}),
	forType: (type) => {
		const cri = containerd('cri', {
			socket: paths.cri,
			state: '/run/containerd',
			root: '/var/lib/containerd',
			configuration: '/system/run/cri.toml',
			pods: {
				registryHosts: paths.registryHosts,
				networkPlugins: paths.networkPlugins,
				networkConfiguration: paths.networkConfiguration,
			},
		});
		if (type === 'worker') return [cri];
		const trustd = daemon('trustd', {
			user: trustdUser,
			port: 50001,
			sockets: [paths.trustdState],
			conditions: [
				{
					what: 'trustd certificates',
					async met(waiting) {
						await waitFor(waiting, async () => await state.find(TrustdCertificates.pointer(trustdCertificatesId)), 50);
					},
				},
			],
		});
		return [cri, trustd, etcd(state, machine.etcd)];
	},
};

process.on('SIGTERM', () => {
	machine.sequencer.run(shutdownSequence(machine, { force: true }), { force: true }).catch((error: unknown) => {
		context.log('error', 'cannot shut down in order', { error: messageOf(error) });
		machine.exit(0);
	});
});

main().catch((error: unknown) => {
	context.log('error', 'machined cannot start', { error: messageOf(error) });
	process.exit(1);
});

async function main(): Promise<void> {
	await publishDefinitions(state, registry, namespaces);
	await state.create(VolumeLifecycle.resource(volumeLifecycleId, {}));
	await mkdir(dirname(paths.machineSocket), { recursive: true });
	await listenUnix(machineServer(machine).accept, paths.machineSocket, 0o600);
	await chown(paths.machineSocket, apidUser, apidUser);
	await serveDaemonState(machine, paths.apidState, apidUser, [ApiCertificates, MachineType, HostnameStatus, NodeAddress]);
	await serveDaemonState(machine, paths.trustdState, trustdUser, [TrustdCertificates, OSRoot, OperatorSpec, NodeAddress, Member]);
	void engine.run(context).catch((error: unknown) => {
		context.log('error', 'the controllers have stopped', { error: messageOf(error) });
		process.exit(1);
	});
	void boundLogs(context);
	await run();
}

async function run(): Promise<void> {
	const { sequencer } = machine;
	try {
		await sequencer.run(initializeSequence(machine, list));
		await sequencer.run(installSequence());
		await sequencer.run(bootSequence(machine, list, machineType));
	} catch (error) {
		// another sequence took the place of this one, and ends the machine
		context.log('info', 'the boot has ended early', { reason: messageOf(error) });
	}
}

async function machineType(): Promise<string> {
	const known = await waitFor(context, async () => {
		const type = await state.find(MachineType.pointer(machineTypeId));
		return type === undefined || type.spec === 'unknown' ? undefined : type.spec;
	});
	return known;
}
