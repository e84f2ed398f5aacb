import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ContainerDriver } from '@ichor/api/common';
import { extract } from 'tar-stream';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import type { CgroupNode } from './cgroup-node.ts';
import { everyCgroup, readCgroupTree, renameCgroups } from './cgroup-tree.ts';

/**
 * The control groups of a node, with the names of its processes, disks, and, if wanted, pods and containers. What it does
 * not tell of these is a warning.
 *
 * @throws Error when it does not send the groups
 */
export async function readCgroups(session: NodeSession, withPods: boolean): Promise<CgroupNode> {
	const processes = await nameable(session, 'error getting processes', processNames);
	const disks = await nameable(session, 'error copying devices', diskNames);
	const root = await readCgroupTree(files(session, '/sys/fs/cgroup')).catch((error: unknown): never => {
		throw new Error(`error reading cgroups: ${failureText(error)}`, { cause: error });
	});
	if (withPods) renameCgroups(root, await nameable(session, 'error getting containers', podNames));
	for (const node of everyCgroup(root)) {
		const ids = Array.isArray(node.CgroupProcs) ? node.CgroupProcs.map(({ goText }) => goText) : [];
		node.CgroupProcsResolved = ids.map((id) => processes.get(id) ?? id);
		if (node.IOStat instanceof Map) node.IOStat = new Map([...node.IOStat].map(([disk, stat]) => [disks.get(disk) ?? disk, stat])) as never;
	}
	return root;
}

type Names = ReadonlyMap<string, string>;

async function nameable(session: NodeSession, what: string, ask: (session: NodeSession) => Promise<Names>): Promise<Names> {
	try {
		return await ask(session);
	} catch (error) {
		session.terminal.err(`WARNING: ${what}: ${failureText(error)}`);
		return new Map();
	}
}

async function processNames({ client }: NodeSession): Promise<Names> {
	const { messages } = await client.machine.processes({});
	return new Map(
		messages.flatMap(({ processes }) =>
			processes.map(
				({ pid, executable, command, args }) => [String(pid), basename(executable || command || (args.split(/\s+/)[0] ?? ''))] as const,
			),
		),
	);
}

async function podNames({ client }: NodeSession): Promise<Names> {
	const { messages } = await client.machine.containers({ namespace: 'k8s.io', driver: ContainerDriver.CRI });
	const names = new Map<string, string>();
	for (const { uid, podId, internalId, name } of messages.flatMap(({ containers }) => containers)) {
		if (uid !== '' && podId !== '') names.set(`pod${uid}`, podId);
		if (internalId !== '') names.set(internalId, podId === name ? 'sandbox' : name);
	}
	return names;
}

/** The links in /sys/dev/block lead from the numbers of devices to their names. */
async function diskNames(session: NodeSession): Promise<Names> {
	const names = new Map<string, string>();
	const entries = extract();
	const unpacked = pipeline(Readable.from(files(session, '/sys/dev/block')), createGunzip(), entries);
	unpacked.catch(() => undefined);
	for await (const entry of entries) {
		const { type, name, linkname } = entry.header;
		if (type === 'symlink' && linkname) names.set(name, basename(linkname));
		entry.resume();
	}
	await unpacked;
	return names;
}

function files({ client }: NodeSession, rootPath: string): AsyncIterable<Uint8Array> {
	return bytesOf(client.machine.copy({ rootPath }));
}
