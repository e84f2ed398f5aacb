import type { RebootRequest_Mode } from '@ichor/api/machine';
import { allAnswersOf } from '../nodes/answers.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { requireReboot } from './boot-id.ts';
import { actorIdIn, isReady } from './conditions.ts';
import { type TrackingOptions, trackAction } from './track-action.ts';

/**
 * Restarts nodes; with `wait` or `debug` follows them until they run again, by another boot id.
 *
 * @throws AlreadySaid when a node that was followed has failed
 * @throws Error when a node refuses
 */
export async function rebootNodes(
	session: NodeSession,
	mode: RebootRequest_Mode,
	{ wait, ...options }: TrackingOptions & { readonly wait: boolean },
): Promise<void> {
	if (!wait && !options.debug) {
		await allAnswersOf(session, 'error executing reboot', session.client.machine.reboot({ mode }));
		return;
	}
	await trackAction(session, options, {
		start: async ({ machine }, { signal }) => actorIdIn(await machine.reboot({ mode }, { signal })),
		isReached: isReady,
		restarts: true,
		verify: requireReboot,
	});
}
