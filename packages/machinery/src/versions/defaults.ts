import type { TalosContract } from './contract.ts';

/*
 * What is taken when nothing else is said. Sources, unless a line names another: siderolabs/talos v1.13.9,
 * pkg/machinery/constants/constants.go and pkg/images/images.go. Ichor's commands are those of that version.
 */

/** The version whose commands, tables and node behaviour Ichor has. */
export const talosVersion = 'v1.13.9';

/** What `gen config` and `gen secrets` generate for without `--talos-version`: the contract of {@link talosVersion}. */
export const defaultContract: TalosContract = { major: 1, minor: 13 };

export const defaultKubernetesVersion = '1.36.3';
export const defaultCoreDNSVersion = 'v1.14.6';
export const kubeNetworkPoliciesVersion = 'v1.1.0';

export const kubeletImage = 'ghcr.io/siderolabs/kubelet';
export const kubeAPIServerImage = 'registry.k8s.io/kube-apiserver';
export const kubeControllerManagerImage = 'registry.k8s.io/kube-controller-manager';
export const kubeSchedulerImage = 'registry.k8s.io/kube-scheduler';
export const kubeProxyImage = 'registry.k8s.io/kube-proxy';
export const etcdImage = 'registry.k8s.io/etcd';
export const coreDNSImage = 'registry.k8s.io/coredns/coredns';
/** The default of containerd's CRI plugin; upstream repeats it in pkg/images/list.go. */
export const pauseImage = 'registry.k8s.io/pause:3.10.1';

/** The installer that `gen config` writes; the tag is the version's. From 1.14 on it is {@link factoryInstallerImage}. */
export const installerImage = 'ghcr.io/siderolabs/installer';
/** The schematic without any customization: the SHA-256 of `customization: {}` (v1.14.0-rc.1, pkg/images/images.go). */
export const emptySchematic = '376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba';
/** v1.14.0-rc.1, pkg/images/images.go: the installer of the image factory for bare metal. */
export const factoryInstallerImage = `factory.talos.dev/metal-installer/${emptySchematic}`;

export const installDisk = '/dev/sda';
export const dnsDomain = 'cluster.local';
export const ipv4PodSubnet = '10.244.0.0/16';
export const ipv4ServiceSubnet = '10.96.0.0/12';
/** Taken when the endpoint is a bare IPv6 address. */
export const ipv6PodSubnet = 'fc00:db8:10::/56';
export const ipv6ServiceSubnet = 'fc00:db8:20::/112';
export const discoveryEndpoint = 'https://discovery.talos.dev/';

export const controlPlanePort = 6443;
export const kubePrismPort = 7445;
export const apidPort = 50_000;
export const trustdPort = 50_001;
/** Upstream leaves the vxlan port to the kernel's default before 1.14; from then on it writes the one of RFC 7348. */
export const flannelBackend = { type: 'vxlan', port: 4789 } as const;

export const controlPlaneLabel = 'node-role.kubernetes.io/control-plane';
export const excludeFromLoadBalancersLabel = 'node.kubernetes.io/exclude-from-external-load-balancers';

const hour = 3_600_000;
/** Ten years of 365 days, in milliseconds (pkg/machinery/config/generate/secrets/secrets.go). */
export const authorityLifetime = 87_600 * hour;
/** One year of 365 days, in milliseconds: a Talos client certificate, and the admin certificate of a kubeconfig. */
export const clientCertificateLifetime = 8760 * hour;
/** What siderolabs/crypto gives a certificate when nothing else is said (v0.6.5, x509/constants.go), in milliseconds. */
export const leafLifetime = 24 * hour;
/** How far a kubeconfig's certificate is dated back for clocks that are behind (pkg/kubeconfig/generate.go), in milliseconds. */
export const allowedClockSkew = 10_000;
