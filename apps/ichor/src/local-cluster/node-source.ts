import { isSea } from 'node:sea';
import type { NodeParts } from '@ichor/provision';
import type { Context } from '@ichor/std';

/** What nodes are made of, and the command line of the process that watches over them. */
export interface NodeSource {
	readonly parts: NodeParts;
	readonly supervisor: readonly string[];
}

/**
 * In a checkout, parts are built as `npm run up` builds them. An installed program has no recipes and no sources: it uses
 * what was built last on this machine, and is the supervisor itself.
 *
 * @param kubernetes the release whose images are built as well; undefined for none
 * @param say told what is installed on this machine before it is, and what cannot be built
 * @throws ProvisionError `absent` when an installed program finds nothing, `refused` when this machine lacks programs
 */
export async function nodeSource(context: Context, kubernetes: string | undefined, say: (text: string) => void): Promise<NodeSource> {
	const { installHostPrograms, rememberedNodeParts } = await import('@ichor/provision');
	if (isSea()) return { parts: await rememberedNodeParts(process.env), supervisor: [process.execPath, '__supervise'] };
	await installHostPrograms(context, say);
	const { buildNodeParts, checkout, supervisorCommand } = await import('@ichor/provision/checkout');
	const parts = await buildNodeParts(context, checkout, { kubernetes });
	if (parts.withoutKubernetes !== undefined) say(`there will be no Kubernetes: ${parts.withoutKubernetes}`);
	return { parts, supervisor: supervisorCommand };
}
