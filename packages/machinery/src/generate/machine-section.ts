import type { MachineSection } from '../config/types/v1alpha1/machine.gen.ts';
import type { MachineFeatures, MachineHostDNS, MachineKubePrism } from '../config/types/v1alpha1/machine-features.gen.ts';
import type { MachineInstall } from '../config/types/v1alpha1/machine-install.gen.ts';
import type { MachineKubelet } from '../config/types/v1alpha1/machine-kubelet.gen.ts';
import type { MachineNetwork } from '../config/types/v1alpha1/machine-network.gen.ts';
import * as defaults from '../versions/defaults.ts';
import { mapOf } from './free-form.ts';
import type { Generation } from './generation.ts';
import { registriesSection } from './registries.ts';
import { certificateOnly, pemPair, requireSecret } from './secret-values.ts';

/** What the root document says about the machine: less from contract to contract, as one area after another becomes a document. */
export function machineSection(generation: Generation): MachineSection {
	const { input, has, controlPlane } = generation;
	const authority = requireSecret(input.secrets.certs?.os, 'certs.os');
	const network = networkSection(generation);
	const kubernetesHere = !has('multidocKubernetesConfigSupported');
	return {
		type: generation.machineType,
		token: requireSecret(input.secrets.trustdInfo, 'trustdinfo').token,
		ca: controlPlane ? pemPair(authority) : certificateOnly(authority),
		certSANs: input.additionalSubjectAltNames ?? [],
		...(kubernetesHere && { kubelet: kubelet(generation) }),
		...(network && { network }),
		...(input.disks && { disks: input.disks }),
		...(!has('unattendedInstallConfig') && { install: install(generation) }),
		...(input.sysctls && !has('multidocSysctlConfigSupported') && { sysctls: mapOf(input.sysctls) }),
		...registries(generation),
		features: features(generation),
		...(kubernetesHere &&
			controlPlane &&
			has('addExcludeFromExternalLoadBalancer') && { nodeLabels: mapOf([[defaults.excludeFromLoadBalancersLabel, '']]) }),
	};
}

/** A worker has an empty section in every contract, which only the encoder with comments shows. */
function registries(generation: Generation): Pick<MachineSection, 'registries'> {
	if (!generation.has('multidocNetworkConfigSupported')) return { registries: registriesSection(generation) };
	return generation.controlPlane ? {} : { registries: { mirrors: mapOf([]) } };
}

function kubelet({ has, kubernetesImage }: Generation): MachineKubelet {
	return {
		image: kubernetesImage(defaults.kubeletImage),
		...(has('kubeletDefaultRuntimeSeccompProfileEnabled') && { defaultRuntimeSeccompProfileEnabled: true }),
		...(has('kubeletManifestsDirectoryDisabled') && { disableManifestsDirectory: true }),
	};
}

/** An empty section was always written while KubeSpan lived in it. */
function networkSection({ input, has }: Generation): MachineNetwork | undefined {
	if (has('kubeSpanMultidocConfig')) return input.network;
	return { ...input.network, ...(input.kubeSpan !== undefined && { kubespan: { enabled: input.kubeSpan } }) };
}

function install({ input, has }: Generation): MachineInstall {
	return {
		disk: input.installDisk ?? '',
		image: input.installImage ?? '',
		extraKernelArgs: input.installExtraKernelArgs ?? [],
		wipe: false,
		...(has('grubUseUKICmdlineDefault') && { grubUseUKICmdline: true }),
	};
}

function features(generation: Generation): MachineFeatures {
	const { has } = generation;
	const kubePrism = kubePrismFeature(generation);
	const hostDNS = hostDNSFeature(generation);
	return {
		...(!has('hideRBACAndKeyUsage') && { rbac: true }),
		...(!has('hideRBACAndKeyUsage') && has('apidExtKeyUsageCheckEnabled') && { apidCheckExtKeyUsage: true }),
		...(has('stableHostnameEnabled') && !has('multidocNetworkConfigSupported') && { stableHostname: true }),
		...(has('diskQuotaSupportEnabled') && { diskQuotaSupport: true }),
		...(kubePrism && { kubePrism }),
		...(hostDNS && !has('hostDNSMultidocConfig') && { hostDNS }),
	};
}

function kubePrismFeature({ input, has }: Generation): MachineKubePrism | undefined {
	const port = input.kubePrismPort ?? (has('kubePrismEnabled') ? defaults.kubePrismPort : 0);
	return port > 0 && !has('multidocKubernetesConfigSupported') ? { enabled: true, port } : undefined;
}

/** The host's DNS server, as the feature here and as part of ResolverConfig later. */
export function hostDNSFeature({ input, has }: Generation): MachineHostDNS | undefined {
	if (!has('hostDNSEnabled')) return undefined;
	const forward = input.hostDNSForwardKubeDNSToHost || has('hostDNSForwardKubeDNSToHost');
	return { enabled: true, ...(forward && { forwardKubeDNSToHost: true }) };
}
