import type { ConfigDocument } from '../config/document.ts';
import { clusterSection } from './cluster-section.ts';
import type { Generation } from './generation.ts';
import { machineSection } from './machine-section.ts';
import { newRootDocument } from './new-document.ts';

export function rootDocument(generation: Generation): ConfigDocument {
	return newRootDocument({
		debug: generation.input.debug ?? false,
		persist: true,
		machine: machineSection(generation),
		cluster: clusterSection(generation),
	});
}
