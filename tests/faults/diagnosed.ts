import type { TalosServices } from '@ichor/client/api';
import { Diagnostic } from '@ichor/machinery/resources';
import type { VictimCluster } from './victim-cluster.ts';

/**
 * Waits until a node has a diagnostic that says something.
 *
 * @returns the seconds that it took
 * @throws Error when it takes longer than a cause may
 */
export async function diagnosed(
	cluster: VictimCluster,
	{ state }: Pick<TalosServices, 'state'>,
	id: string,
	text: string,
	timeout: number,
): Promise<number> {
	const started = performance.now();
	await cluster.waitFor(`the diagnostic ${id} to say: ${text}`, longestSearch, async () => {
		const { resource } = await state.get(Diagnostic.pointer(id), { timeout }).catch(() => ({ resource: undefined }));
		return Diagnostic.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).message.includes(text) ? true : undefined;
	});
	return (performance.now() - started) / 1000;
}

/** Seconds until a cause is named (issue 7). */
export const longestSearch = 30;
