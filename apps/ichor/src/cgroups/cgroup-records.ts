import type { PlainRecord } from '../output/plain-message.ts';
import type { CgroupNode } from './cgroup-node.ts';
import { CgroupValue } from './cgroup-value.ts';

/** A group and all below it, parents first, for programs: where it is, and its files under the names that templates have for them. */
export function* cgroupRecords(node: CgroupNode, path = '/'): Generator<PlainRecord> {
	const { children, ...files } = node;
	yield { path, ...(plain(files) as PlainRecord) };
	const below = [...children].toSorted(([a], [b]) => (a < b ? -1 : 1));
	for (const [name, child] of below) yield* cgroupRecords(child, `${path === '/' ? '' : path}/${name}`);
}

function plain(value: unknown): unknown {
	if (value instanceof CgroupValue) return value.toJSON();
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	const entries = value instanceof Map ? [...value] : Object.entries(value);
	return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}
