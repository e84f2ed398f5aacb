import type { ConfigDocument, MachineConfig } from '../config/document.ts';
import { type Generation, planGeneration } from './generation.ts';
import type { GenerateInput, MachineType } from './input.ts';
import { controlPlaneDocuments, kubernetesDocuments } from './kubernetes-documents.ts';
import { machineDocuments } from './machine-documents.ts';
import { rootDocument } from './root-document.ts';

/**
 * Generates the configuration of one type of machine in a cluster.
 *
 * Documents stand in upstream's order for the contract. Nothing random happens here: the same input gives the same
 * configuration. Throws ConfigError (`input`) with upstream's text when the input cannot make one.
 */
export function generateConfig(input: GenerateInput, machineType: MachineType): MachineConfig {
	const generation = planGeneration(input, machineType);
	return { documents: [rootDocument(generation), ...machineDocuments(generation), ...kubernetes(generation)] };
}

function kubernetes(generation: Generation): readonly ConfigDocument[] {
	if (generation.input.contract?.withoutKubernetes || !generation.has('multidocKubernetesConfigSupported')) return [];
	return [...kubernetesDocuments(generation), ...(generation.controlPlane ? controlPlaneDocuments(generation) : [])];
}
