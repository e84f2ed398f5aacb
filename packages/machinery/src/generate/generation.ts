import { ConfigError } from '../config/errors.ts';
import { type ContractFeature, hasFeature } from '../versions/contract-feature.ts';
import * as defaults from '../versions/defaults.ts';
import { hostnameOf, isIPv6Literal, writtenURL } from './endpoint.ts';
import type { GenerateInput, MachineType } from './input.ts';

/** One configuration in the making: the input with its defaults filled in, and the machine that it is for. */
export interface Generation {
	readonly input: GenerateInput;
	readonly machineType: MachineType;
	readonly controlPlane: boolean;
	/** The endpoint as it is written. */
	readonly endpoint: string;
	readonly dnsDomain: string;
	readonly podSubnet: string;
	readonly serviceSubnet: string;
	readonly discovery: boolean;
	/** Where the manifests of a custom CNI are, as it is written: on a worker as it was given, as upstream does. */
	readonly customCNIUrl: string | undefined;
	/** Whether the contract has it. */
	readonly has: (feature: ContractFeature) => boolean;
	/** The image with the tag of the cluster's Kubernetes version; empty when there is none. */
	readonly kubernetesImage: (repository: string) => string;
}

/** Throws ConfigError (`input`) with upstream's text. */
export function planGeneration(input: GenerateInput, machineType: MachineType): Generation {
	const contract = input.contract ?? defaults.defaultContract;
	const ipv6 = isIPv6Literal(input.endpoint);
	const controlPlane = machineType !== 'worker';
	const has = (feature: ContractFeature) => hasFeature(contract, feature);
	// upstream demands it in every contract from 1.14.0 on; before, the images were left out
	if (input.kubernetesVersion === '' && has('multidocKubernetesConfigSupported'))
		throw new ConfigError('input', 'kubernetes version must be specified');
	return {
		input,
		machineType,
		controlPlane,
		endpoint: writtenURL(input.endpoint),
		dnsDomain: input.dnsDomain ?? defaults.dnsDomain,
		podSubnet: ipv6 ? defaults.ipv6PodSubnet : defaults.ipv4PodSubnet,
		serviceSubnet: ipv6 ? defaults.ipv6ServiceSubnet : defaults.ipv4ServiceSubnet,
		discovery: input.discovery ?? true,
		customCNIUrl:
			controlPlane && input.customCNIUrl
				? writtenURL(input.customCNIUrl, 'failed to parse custom CNI URL: ')
				: input.customCNIUrl || undefined,
		has,
		kubernetesImage: (repository) => (input.kubernetesVersion === '' ? '' : `${repository}:v${input.kubernetesVersion}`),
	};
}

/** The names that the API server's certificate gets beyond its own; up to 1.11 with the endpoint's host. */
export function apiServerNames({ input, has }: Generation): readonly string[] {
	const additional = input.additionalSubjectAltNames ?? [];
	const host = has('populateClusterSANsFromEndpoint') ? hostnameOf(input.endpoint) : undefined;
	return host === undefined ? additional : [host, ...additional];
}
