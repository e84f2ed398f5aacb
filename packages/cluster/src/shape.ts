import type { ClusterDefinition, NodeDefinition } from './definition.ts';

/**
 * What keeps a value from being a definition at all, one line each. A cluster.ts runs without its types being checked, so
 * what an editor would underline is told here.
 */
export function problemsOfShape(definition: ClusterDefinition | undefined): readonly string[] {
	if (!isRecord(definition)) return ['there is no definition: write cluster(name, { network, controlPlanes })'];
	const { network, controlPlanes, workers } = definition;
	return [
		...unknownKeys('', definition, definitionKeys),
		...['talos', 'kubernetes'].flatMap((key) => textIfThere(key, definition[key])),
		...(isRecord(network) ? problemsOfNetwork(network) : ["network: missing: write network: { lan: subnet('10.5.0.0/24') }"]),
		...problemsOfNodes('controlPlanes', controlPlanes),
		...(workers === undefined ? [] : problemsOfNodes('workers', workers)),
	];
}

function problemsOfNetwork(network: Value): readonly string[] {
	const lan = isRecord(network.lan) && typeof network.lan.contains === 'function';
	return [
		...unknownKeys('network.', network, networkKeys),
		...(lan ? [] : ["network.lan: no subnet: write subnet('10.5.0.0/24')"]),
		...['vip', 'link'].flatMap((key) => textIfThere(`network.${key}`, network[key])),
	];
}

function problemsOfNodes(field: string, nodes: unknown): readonly string[] {
	if (!Array.isArray(nodes)) return [`${field}: no list of nodes: write nodes(['cp-1'], () => ({ address: lan.host(2) }))`];
	return nodes.flatMap((node: unknown, index) => {
		const place = `${field}[${index}]`;
		if (!isRecord(node)) return [`${place}: no node: write { name, address }`];
		const called = typeof node.name === 'string' ? node.name : place;
		return [
			...(typeof node.name === 'string' ? [] : [`${place}: has no name`]),
			...(typeof node.address === 'string' ? [] : [`${called}: has no address: write address: lan.host(2)`]),
			...unknownKeys(`${called}: `, node, nodeKeys),
		];
	});
}

function textIfThere(name: string, value: unknown): readonly string[] {
	return value === undefined || typeof value === 'string' ? [] : [`${name}: ${JSON.stringify(value)} is no text: put it in quotes`];
}

function unknownKeys(place: string, value: Value, known: readonly string[]): readonly string[] {
	return Object.keys(value)
		.filter((key) => !known.includes(key))
		.map((key) => `${place}${key}: there is no such field: there are ${known.join(', ')}`);
}

type Value = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Value {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const definitionKeys = Object.keys({
	talos: true,
	kubernetes: true,
	network: true,
	controlPlanes: true,
	workers: true,
	schedulableControlPlanes: true,
	patches: true,
} satisfies Record<keyof ClusterDefinition, true>);

const networkKeys = Object.keys({
	lan: true,
	pods: true,
	services: true,
	vip: true,
	link: true,
} satisfies Record<keyof ClusterDefinition['network'], true>);

const nodeKeys = Object.keys({ name: true, address: true } satisfies Record<keyof NodeDefinition, true>);
