import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Identity, localIdentityId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';
import { base62 } from './base62.ts';

/** Who this machine is: 32 random bytes, made once and kept on STATE. */
export const nodeIdentityController: Controller = reconciling({
	name: 'cluster.NodeIdentityController',
	inputs: [],
	outputs: [{ type: Identity.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		await publish(runtime, Identity, localIdentityId, { nodeId: await identity() });
	},
});

async function identity(): Promise<string> {
	const kept = /^nodeId: (\S+)$/m.exec(await readFile(paths.identity, 'utf8').catch(() => ''))?.[1];
	if (kept !== undefined) return kept;
	const made = base62(randomBytes(32));
	await writeFileAtomically(paths.identity, `nodeId: ${made}\n`);
	return made;
}
