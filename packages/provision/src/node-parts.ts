import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Cache } from '@ichor/imager/cache';
import { writeFileAtomically } from '@ichor/std/node';
import { ProvisionError } from './errors.ts';

/** What nodes are made of, in the cache. */
export interface NodeParts {
	readonly rootFileSystem: string;
	/** The OCI runtime for the host: the one that the image has, because the host may have none. */
	readonly runtime: string;
	readonly etcdImage: string;
	/** The layouts of all images, etcd's among them. */
	readonly imageLayouts: readonly string[];
	/** Where the images of any version of Kubernetes are that were built here; undefined when there is no Kubernetes. */
	readonly imageFolder?: string;
	/** kubectl at the cluster's version; undefined when there is no Kubernetes. */
	readonly kubectl?: string;
	/** Why there is no Kubernetes although it was wanted: what is missing, and what gets it. */
	readonly withoutKubernetes?: string;
	/** Nothing had to be built but what changes with our own sources. */
	readonly cached: boolean;
}

/** Leaves word in the cache of the parts that were built last, for a CLI that has no checkout to build any from. */
export async function rememberNodeParts(parts: NodeParts, environment: NodeJS.ProcessEnv): Promise<void> {
	const path = recordPath(environment);
	await mkdir(join(path, '..'), { recursive: true });
	await writeFileAtomically(path, `${JSON.stringify(parts, undefined, '\t')}\n`);
}

/**
 * The parts that were built last on this machine.
 *
 * @throws ProvisionError `absent` when there are none, or not all of them any more
 */
export async function rememberedNodeParts(environment: NodeJS.ProcessEnv): Promise<NodeParts> {
	const path = recordPath(environment);
	const parts = existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as NodeParts) : undefined;
	if (parts !== undefined && areThere(parts)) return { ...parts, cached: true };
	const cure = 'run `npm run up` once in a checkout of Ichor, or `npx ichor cluster create container` there';
	throw new ProvisionError('absent', `the parts that nodes are made of are not in ${join(path, '..')}: ${cure}`);
}

/** What an earlier version of ours has left word of may have another shape. */
function areThere({ rootFileSystem, runtime, imageLayouts }: NodeParts): boolean {
	return Array.isArray(imageLayouts) && [rootFileSystem, runtime, ...imageLayouts].every(existsSync);
}

function recordPath(environment: NodeJS.ProcessEnv): string {
	return join(Cache.fromEnvironment(environment).root, 'node-parts.json');
}
