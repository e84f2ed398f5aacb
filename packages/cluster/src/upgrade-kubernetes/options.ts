import type { TalosClient } from '@ichor/client/api';
import type { KubernetesClient, ManifestRules } from '@ichor/kubernetes';
import type { MachineConfig } from '@ichor/machinery/config';
import type { Context } from '@ichor/std';
import type { UpgradePath } from './upgrade-path.ts';

/** The cluster whose Kubernetes is upgraded. */
export interface UpgradedCluster {
	readonly client: TalosClient;
	/** The same one each time. */
	readonly kubernetes: (context: Context) => Promise<KubernetesClient>;
	/** The configuration of a node as its own program prints it: comments are the caller's choice. */
	readonly encode: (config: MachineConfig) => string;
	/** One line for whoever follows. */
	readonly say: (line: string) => void;
}

/** What is upgraded, and how. */
export interface KubernetesUpgrade {
	readonly path: UpgradePath;
	/** Says what would be done, and does none of it. */
	readonly dryRun: boolean;
	readonly prePullImages: boolean;
	readonly upgradeKubelet: boolean;
	/** Repositories, without a tag. */
	readonly images: Readonly<Record<UpgradedComponent, string>>;
	readonly manifests: ManifestRules & {
		/** Milliseconds to wait until the cluster is as the manifests say; 0 not to. */
		readonly timeout: number;
	};
}

export type ControlPlaneComponent = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler';
export type UpgradedComponent = ControlPlaneComponent | 'kube-proxy' | 'kubelet';

/** The nodes by their addresses. */
export interface UpgradedNodes {
	readonly controlPlanes: readonly string[];
	/** Those without a control plane: none when their kubelets stay as they are. */
	readonly workers: readonly string[];
}

/** `registry.k8s.io/kube-apiserver:v1.36.3`. */
export function targetImage({ images, path }: KubernetesUpgrade, component: UpgradedComponent): string {
	return `${images[component]}:v${path.to}`;
}
