import { configurationLines } from './lines/configuration.ts';
import { etcdLines } from './lines/etcd.ts';
import { fileLines } from './lines/files.ts';
import { imageLines } from './lines/images.ts';
import { lifeLines } from './lines/life.ts';
import type { NodeLine } from './lines/node-line.ts';
import { resourceLines } from './lines/resources.ts';
import { systemLines } from './lines/system.ts';

/**
 * Every command that issue 4 lists, with its flags, on one node and on several, and what can be wrong with each. None of
 * them changes a node.
 */
export const nodeLines: readonly NodeLine[] = [
	...resourceLines,
	...systemLines,
	...fileLines,
	...configurationLines,
	...lifeLines,
	...etcdLines,
	...imageLines,
];
