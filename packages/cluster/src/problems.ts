import { defaults, isLater, parseContract } from '@ichor/machinery/versions';
import type { ClusterDefinition, PatchTarget } from './definition.ts';

/** What keeps a definition from being a cluster, one line each, with the value that is wrong and what would be right. */
export function problemsOf(
	name: string,
	{ talos, network, controlPlanes }: ClusterDefinition,
	nodes: readonly PatchTarget[],
): readonly string[] {
	const { lan, vip } = network;
	return [
		...(label.test(name) ? [] : [`name: "${name}" is no name: use lower-case letters, digits and inner hyphens, at most 63`]),
		...problemsOfVersion(talos),
		...(controlPlanes.length === 0 ? ['controlPlanes: a cluster needs at least one'] : []),
		...(controlPlanes.length === 2 ? ['controlPlanes: with two, the loss of either stops etcd: have one or three'] : []),
		...nodes
			.filter((node) => !label.test(node.name))
			.map((node) => `${node.name}: no hostname: use lower-case letters, digits and inner hyphens, at most 63`),
		...repeated(nodes.map((node) => node.name)).map((twice) => `${twice}: two nodes have this name`),
		...repeated(nodes.map((node) => node.address)).map((twice) => `${twice}: two nodes have this address`),
		...nodes.filter(({ address }) => !lan.contains(address)).map((node) => `${node.name}: ${node.address} is not in the LAN ${lan.cidr}`),
		...nodes.filter(({ address }) => address === lan.gateway).map((node) => `${node.name}: ${node.address} is the gateway of the LAN`),
		...(vip === undefined ? [] : problemsOfVip(vip, network, nodes)),
	];
}

function problemsOfVersion(talos: string = defaults.talosVersion): readonly string[] {
	if (!/^v?\d+\.\d+(\.|$)/.test(talos)) return [`talos: "${talos}" is no version: write one like 1.13.9`];
	// hostnames and mirrors are written as documents, which 1.12 brought
	return isLater(firstContract, parseContract(talos)) ? [`talos: ${talos} is too old: definitions are for 1.12 and later`] : [];
}

const firstContract = { major: 1, minor: 12 };

function problemsOfVip(vip: string, { lan }: ClusterDefinition['network'], nodes: readonly PatchTarget[]): readonly string[] {
	if (!lan.contains(vip)) return [`network.vip: ${vip} is not in the LAN ${lan.cidr}`];
	if (vip === lan.gateway) return [`network.vip: ${vip} is the gateway of the LAN`];
	return nodes
		.filter(({ address }) => address === vip)
		.map(({ name }) => `network.vip: ${vip} is the address of ${name}, it must be nobody's`);
}

function repeated(values: readonly string[]): readonly string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** A label of a host's name: RFC 1123, in the lower case that Kubernetes wants. */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
