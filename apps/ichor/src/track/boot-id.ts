import type { TalosServices } from '@ichor/client/api';
import { hasRpcCode } from '@ichor/rpc';
import type { Context } from '@ichor/std';
import { NotYet } from './retry.ts';

/** What the kernel of a node calls its present run; `unknown` for a client that may not read it. */
export async function readBootId({ machine }: Pick<TalosServices, 'machine'>, { signal }: Context): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	try {
		for await (const { bytes } of machine.read({ path: bootIdPath }, { signal })) text += decoder.decode(bytes, { stream: true });
	} catch (error) {
		if (hasRpcCode(error, 'permission-denied')) return 'unknown';
		throw error;
	}
	return text.trim();
}

/**
 * Whether a node runs anew. A client that may not know is told that it does.
 *
 * @throws NotYet while it is the same run
 */
export async function requireReboot(node: Pick<TalosServices, 'machine'>, before: string, context: Context): Promise<void> {
	if (before === 'unknown') return;
	if ((await readBootId(node, context)) === before) throw new NotYet("didn't reboot yet");
}

/** Linux's proc(5). */
const bootIdPath = '/proc/sys/kernel/random/boot_id';
