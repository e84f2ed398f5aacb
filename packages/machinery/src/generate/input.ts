import type { MachineDisk } from '../config/types/v1alpha1/machine-disks.gen.ts';
import type { MachineNetwork } from '../config/types/v1alpha1/machine-network.gen.ts';
import type { SecretsBundle } from '../secrets/bundle.ts';
import type { TalosContract } from '../versions/contract.ts';

/** `init` is the control plane that bootstraps by itself; kept for configurations of early versions. */
export type MachineType = 'init' | 'controlplane' | 'worker';

/** What the configurations of a cluster are generated from. Absent options take the defaults of `versions/defaults.ts`. */
export interface GenerateInput {
	readonly clusterName: string;
	/** The URL under which the Kubernetes API is reached: a load balancer, a name or a control plane. */
	readonly endpoint: string;
	/** `1.36.3`, without a leading v. */
	readonly kubernetesVersion: string;
	readonly secrets: SecretsBundle;
	/** The Talos version to generate for. */
	readonly contract?: TalosContract;

	/** Extra names and addresses in the certificates of the Talos and the Kubernetes API. */
	readonly additionalSubjectAltNames?: readonly string[];
	/** Where the Kubernetes API server listens; upstream's default is not written. */
	readonly localAPIServerPort?: number;
	readonly allowSchedulingOnControlPlanes?: boolean;
	/** Manifests of a CNI in the place of flannel. */
	readonly customCNIUrl?: string;
	readonly dnsDomain?: string;
	/** On unless false. */
	readonly discovery?: boolean;
	/** Written only when set. */
	readonly kubeSpan?: boolean;
	/** 0 turns it off, in the contracts that have it on. */
	readonly kubePrismPort?: number;
	/** Turns it on in the contracts that do not do so by themselves. */
	readonly hostDNSForwardKubeDNSToHost?: boolean;

	/** No installation is described without it in the contracts from 1.14 on. */
	readonly installDisk?: string;
	readonly installImage?: string;
	readonly installExtraKernelArgs?: readonly string[];
	readonly skipUnattendedInstall?: boolean;
	readonly disks?: readonly MachineDisk[];
	readonly network?: MachineNetwork;
	readonly sysctls?: ReadonlyMap<string, string>;
	/** Registry host to the URLs of its mirrors, in order of preference. */
	readonly registryMirrors?: ReadonlyMap<string, readonly string[]>;
	/** Registry host to the certificate (PEM) of the authority that signed the registry's. */
	readonly registryAuthorities?: ReadonlyMap<string, string>;
	/** Registry hosts whose certificate is not checked. */
	readonly insecureRegistries?: readonly string[];
	/** Verbose logging to the console. */
	readonly debug?: boolean;
}
