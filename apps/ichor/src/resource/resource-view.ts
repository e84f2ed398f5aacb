import type { Metadata, Resource } from '@ichor/api/cosi';
import {
	emit,
	type OutputMap,
	type OutputNode,
	outputMap,
	outputOfNode,
	outputPlain,
	outputSeq,
	outputString,
	parseYaml,
} from '@ichor/machinery/yaml';
import { timeText } from '../output/time-text.ts';

/** What happened to a resource that is watched. */
export type ChangeName = 'created' | 'updated' | 'destroyed';

/** A resource as YAML: where it is from, what happened to it when it is watched, metadata and spec. */
export function resourceYaml(node: string, resource: Resource, change?: ChangeName): string {
	return `node: ${node}\n${change === undefined ? '' : `event: ${change}\n`}${emit(resourceOutput(resource), 'config-1.13')}`;
}

/** Metadata and spec, the spec as the node wrote it. What was never there and is said to be gone has none. */
export function resourceOutput({ metadata, spec }: Resource): OutputMap {
	if (metadata === undefined) throw new Error('the node has sent a resource without metadata');
	const yaml = spec?.yamlSpec ?? '';
	if (yaml === '') return outputMap([['metadata', metadataOutput(metadata)]]);
	return outputMap([
		['metadata', metadataOutput(metadata)],
		['spec', isOldConfig(metadata) ? outputString(yaml) : specOutput(yaml)],
	]);
}

/** Talos before 1.10 sent a machine configuration itself where later ones send its text. */
function isOldConfig({ type, annotations }: Metadata): boolean {
	return type === 'MachineConfigs.config.talos.dev' && Object.keys(annotations).length === 0;
}

function specOutput(yaml: string): OutputNode {
	const { documents, source } = parseYaml(yaml);
	const [document] = documents;
	if (document?.root === undefined) throw new Error('invalid YAML content');
	return outputOfNode(document.root, source);
}

/** Scalars without a tag of their own: a version is a number, an id that looks like one is one. */
function metadataOutput({ labels, annotations, finalizers, ...metadata }: Metadata): OutputMap {
	const { namespace, type, id, version, owner, phase, created, updated } = metadata;
	const scalars = { namespace, type, id, version, owner, phase, created: timeText(created), updated: timeText(updated) };
	return outputMap([
		...Object.entries(scalars).map(([key, value]): [string, OutputNode] => [key, outputPlain(value)]),
		...pairsOutput('labels', labels),
		...pairsOutput('annotations', annotations),
		...(finalizers.length === 0 ? [] : [['finalizers', outputSeq(finalizers.map(outputPlain))] as const]),
	]);
}

function pairsOutput(name: string, pairs: Readonly<Record<string, string>>): readonly (readonly [string, OutputNode])[] {
	const keys = Object.keys(pairs).toSorted();
	return keys.length === 0 ? [] : [[name, outputMap(keys.map((key) => [key, outputPlain(pairs[key] ?? '')]))]];
}
