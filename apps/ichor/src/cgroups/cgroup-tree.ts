import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type CgroupNode, emptyCgroup, readCgroupFile } from './cgroup-node.ts';

/**
 * The groups in a node's /sys/fs/cgroup, which it sends as an archive.
 *
 * @throws Error when the archive breaks, or a file is not what its name says
 */
export async function readCgroupTree(archive: AsyncIterable<Uint8Array>): Promise<CgroupNode> {
	const root = emptyCgroup();
	const entries = extract();
	const unpacked = pipeline(Readable.from(archive), createGunzip(), entries);
	// whoever waits for it below is told
	unpacked.catch(() => undefined);
	for await (const entry of entries) {
		const { name, type, size } = entry.header;
		if (type !== 'file' || size > largestFile) {
			entry.resume();
			continue;
		}
		const parts = name.split('/').filter((part) => part !== '' && part !== '.');
		const file = parts.pop() ?? '';
		const content = await text(entry);
		try {
			readCgroupFile(parts.reduce(childOf, root), file, content);
		} catch (error) {
			throw new Error(`failed to parse ${JSON.stringify(name)}: ${(error as Error).message}`, { cause: error });
		}
	}
	await unpacked;
	return root;
}

/** Gives the children of every group the names that a table has for them. */
export function renameCgroups({ children }: CgroupNode, names: ReadonlyMap<string, string>): void {
	// a copy: what is renamed comes last, and once
	for (const [name, child] of Array.from(children)) {
		const better = names.get(name);
		if (better !== undefined) {
			children.delete(name);
			children.set(better, child);
		}
		renameCgroups(child, names);
	}
}

/** A group and all below it. */
export function* everyCgroup(node: CgroupNode): Generator<CgroupNode> {
	yield node;
	for (const child of node.children.values()) yield* everyCgroup(child);
}

function childOf({ children }: CgroupNode, name: string): CgroupNode {
	const child = children.get(name) ?? emptyCgroup();
	children.set(name, child);
	return child;
}

/** Bytes: what the kernel tells in one file is some pages. */
const largestFile = 1 << 20;
