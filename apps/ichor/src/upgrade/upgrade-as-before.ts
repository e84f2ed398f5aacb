import { UpgradeRequest_RebootMode as RebootMode } from '@ichor/api/machine';
import { answersOf } from '../nodes/answers.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { type ListingForm, printListing } from '../output/listing.ts';
import { requireReboot } from '../track/boot-id.ts';
import { actorIdIn, isReady } from '../track/conditions.ts';
import { type TrackingOptions, trackAction } from '../track/track-action.ts';

export interface LegacyOptions {
	readonly image: string;
	readonly rebootMode: 'default' | 'force' | 'powercycle';
	readonly preserve: boolean;
	readonly stage: boolean;
	readonly force: boolean;
	readonly wait: boolean;
	/** How what the nodes answered is printed when nothing is waited for. */
	readonly output: ListingForm;
}

/**
 * Upgrades nodes by the call of Talos 1.12 and before, which also reboots them.
 *
 * @throws AlreadySaid when a node that was followed has failed
 * @throws Error when a node refuses
 */
export async function upgradeAsBefore(session: NodeSession, { wait, output, ...options }: TrackingOptions & LegacyOptions): Promise<void> {
	const { image, rebootMode, preserve, stage, force } = options;
	if (rebootMode === 'force') throw new Error('invalid reboot mode: force');
	const mode = rebootMode === 'powercycle' ? RebootMode.POWERCYCLE : RebootMode.DEFAULT;
	const request = { image, preserve, stage, force, rebootMode: mode };
	if (wait) {
		await trackAction(session, options, {
			start: async ({ machine }, { signal }) => actorIdIn(await machine.upgrade(request, { signal })),
			isReached: isReady,
			restarts: true,
			verify: requireReboot,
		});
		return;
	}
	await warnOlderNodes(session);
	const answers = await answersOf(session, 'error performing upgrade', session.client.machine.upgrade(request));
	const started = new Date().toISOString();
	const begun = answers.map(({ node, message: { ack, actorId } }) => ({
		cells: [node, ack, started],
		value: () => ({ node, ack, actorId, started }),
	}));
	await printListing(session.terminal, output, ['NODE', 'ACK', 'STARTED'], begun);
}
