import type { CheckedNode } from '@ichor/client/health';
import { quotedList } from '@ichor/std';
import type { NodeObject } from './kubernetes-objects.ts';

/**
 * What is wrong when the nodes that Kubernetes knows are not the machines that are expected: a node is a machine's when
 * they share an address. Undefined when nothing is.
 */
export function nodeMismatch(expected: readonly CheckedNode[], nodes: readonly NodeObject[]): string | undefined {
	const left = new Set(nodes.map(addressesOf));
	for (const { addresses } of expected) {
		const found = [...left].find((known) => known.some((address) => addresses.includes(address)));
		if (found === undefined) return `can't find expected node with IPs ${quotedList(addresses)}`;
		left.delete(found);
	}
	return left.size === 0 ? undefined : `unexpected nodes with IPs ${quotedList([...left].flat().toSorted())}`;
}

function addressesOf({ status }: NodeObject): readonly string[] {
	const given = status?.addresses ?? [];
	return given.filter(({ type }) => type === 'InternalIP' || type === 'ExternalIP').map(({ address }) => address);
}
