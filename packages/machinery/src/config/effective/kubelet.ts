import { controlPlaneLabel, defaultKubernetesVersion, kubeletImage } from '../../versions/defaults.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import type { FreeForm } from '../types/scalars.gen.ts';
import type { KubeletExtraMount } from '../types/v1alpha1/machine-kubelet.gen.ts';
import { isControlPlane } from '../types/v1alpha1/machine-type.ts';
import { machineType } from './machine.ts';
import { type Arguments, argumentsOf } from './pod-settings.ts';

export interface Kubelet {
	readonly image: string;
	readonly clusterDNS: readonly string[];
	readonly extraArgs: Arguments;
	readonly extraMounts: readonly KubeletExtraMount[];
	/** The body of a KubeletConfiguration. */
	readonly extraConfig: FreeForm;
	readonly defaultRuntimeSeccompProfileEnabled: boolean;
	readonly disableManifestsDirectory: boolean;
}

export interface KubernetesNode {
	readonly skipRegistration: boolean;
	readonly registerWithFQDN: boolean;
	/** Networks and addresses, turned around by `!`, that the node's address is chosen by. */
	readonly validSubnets: readonly string[];
	readonly labels: ReadonlyMap<string, string>;
	readonly annotations: ReadonlyMap<string, string>;
	/** `value:Effect` or `Effect` by key. */
	readonly taints: ReadonlyMap<string, string>;
}

/** The kubelet, by the document or else, with defaults, by the root document; undefined when neither has a machine. */
export function kubelet(config: MachineConfig): Kubelet | undefined {
	const [document] = documentsOf(config, 'KubeletConfig');
	if (document !== undefined) {
		const { image = '', clusterDNS = [], extraArgs, config: extraConfig = {} } = document.value;
		return {
			image,
			clusterDNS,
			extraArgs: argumentsOf(extraArgs),
			extraMounts: [],
			extraConfig,
			defaultRuntimeSeccompProfileEnabled: document.value.defaultRuntimeSeccompProfileEnabled ?? false,
			disableManifestsDirectory: true,
		};
	}
	const machine = rootOf(config)?.machine;
	if (machine === undefined) return undefined;
	const { image, clusterDNS = [], extraArgs, extraMounts = [], extraConfig = {}, ...flags } = machine.kubelet ?? {};
	return {
		image: image || `${kubeletImage}:v${defaultKubernetesVersion}`,
		clusterDNS,
		extraArgs: argumentsOf(extraArgs),
		extraMounts,
		extraConfig,
		defaultRuntimeSeccompProfileEnabled: flags.defaultRuntimeSeccompProfileEnabled ?? false,
		disableManifestsDirectory: flags.disableManifestsDirectory ?? false,
	};
}

/** Where the kubelet gets its credentials from, by the document or else by the root document; undefined when neither has a kubelet. */
export function credentialProvider(config: MachineConfig): FreeForm | undefined {
	const [document] = documentsOf(config, 'KubeCredentialProviderConfig');
	if (document !== undefined) return document.value.configuration ?? {};
	const legacy = rootOf(config)?.machine?.kubelet;
	return legacy && (legacy.credentialProviderConfig ?? {});
}

/** How the machine appears in Kubernetes, by the document or else by the root document; undefined when neither says anything. */
export function kubernetesNode(config: MachineConfig): KubernetesNode | undefined {
	const [document] = documentsOf(config, 'KubeNodeConfig');
	if (document !== undefined) {
		const { skipNodeRegistration = false, registerWithFQDN = false, nodeIP, labels, annotations, taints } = document.value;
		return {
			skipRegistration: skipNodeRegistration,
			registerWithFQDN,
			validSubnets: nodeIP?.validSubnets ?? [],
			labels: mapOf(labels),
			annotations: mapOf(annotations),
			taints: mapOf(taints),
		};
	}
	const { machine, cluster } = rootOf(config) ?? {};
	if (machine === undefined && cluster === undefined) return undefined;
	const onControlPlane = isControlPlane(machineType(config));
	const schedules = cluster?.allowSchedulingOnControlPlanes ?? cluster?.allowSchedulingOnMasters ?? false;
	return {
		skipRegistration: machine?.kubelet?.skipNodeRegistration ?? false,
		registerWithFQDN: machine?.kubelet?.registerWithFQDN ?? false,
		validSubnets: machine?.kubelet?.nodeIP?.validSubnets ?? [],
		labels: mapOf(machine?.nodeLabels, onControlPlane ? [[controlPlaneLabel, '']] : []),
		annotations: mapOf(machine?.nodeAnnotations),
		taints: mapOf(machine?.nodeTaints, onControlPlane && !schedules ? [[controlPlaneLabel, 'NoSchedule']] : []),
	};
}

function mapOf(texts: Readonly<Record<string, string>> | undefined, more: readonly [string, string][] = []): ReadonlyMap<string, string> {
	return new Map([...Object.entries(texts ?? {}), ...more]);
}
