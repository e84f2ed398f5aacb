import { randomUUID } from 'node:crypto';
import { type MachineService, RebootRequest_Mode as RebootMode, ResetRequest_WipeMode as WipeMode } from '@ichor/api/machine';
import { type Handlers, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import type { Machine } from '../machine.ts';
import type { Sequence } from '../sequencer/sequence.ts';
import { forcedRebootSequence, rebootSequence, resetSequence, shutdownSequence } from '../sequencer/sequences.ts';

/** Calls that end this boot. They are answered before anything happens; events tell the rest, by the actor in the answer. */
export function lifecycleApi(machine: Machine): Handlers<typeof MachineService> {
	const begin = (sequence: Sequence) => {
		const actorId = randomUUID();
		setTimeout(() => {
			machine.sequencer
				.run(sequence, actorId)
				.catch((error: unknown) => machine.context.log('error', 'sequence failed', { error: messageOf(error) }));
		}, answerDelay);
		return { messages: [{ actorId }] };
	};
	return {
		async reboot({ mode }) {
			return begin(mode === RebootMode.FORCE ? forcedRebootSequence(machine) : rebootSequence(machine));
		},
		async shutdown() {
			return begin(shutdownSequence(machine));
		},
		async reset({ graceful, reboot, systemPartitionsToWipe, userDisksToWipe, mode }) {
			if (userDisksToWipe.length > 0 || mode === WipeMode.USER_DISKS) {
				throw new RpcError('failed-precondition', 'this machine has no user disks: a container node has volumes only');
			}
			const labels = systemPartitionsToWipe.map(({ label }) => label);
			const unknown = labels.find((label) => label !== 'STATE' && label !== 'EPHEMERAL');
			if (unknown !== undefined) throw new RpcError('not-found', `label ${JSON.stringify(unknown)} not found`);
			return begin(resetSequence(machine, { graceful, reboot, volumes: labels.length === 0 ? ['STATE', 'EPHEMERAL'] : labels }));
		},
	};
}

/** Milliseconds that the answer has on its way. */
const answerDelay = 100;
