import { randomUUID } from 'node:crypto';
import {
	type MachineService,
	RebootRequest_Mode as RebootMode,
	type ResetRequest,
	ResetRequest_WipeMode as WipeMode,
} from '@ichor/api/machine';
import { type Handlers, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { exitReboot, forcedRebootSequence, rebootSequence, resetSequence, shutdownSequence } from '../sequencer/end-sequences.ts';
import type { Sequence } from '../sequencer/sequence.ts';
import { volumeFolders } from '../sequencer/volumes.ts';

/** Calls that end this boot. They are answered before anything happens; events tell the rest, by the actor in the answer. */
export function lifecycleApi(machine: Machine): Handlers<typeof MachineService> {
	const { context, sequencer } = machine;
	const begin = (what: string, sequence: Sequence, force = false) => {
		const actorId = randomUUID();
		context.log('info', `${what}. actor id: ${actorId}`);
		setTimeout(() => {
			sequencer.run(sequence, { actorId, force }).catch((error: unknown) => {
				context.log('error', `${sequence.name} failed`, { error: messageOf(error) });
				// nobody could ask this machine for anything any more
				if (sequencer.running === undefined && machine.services.find('apid')?.state === 'Finished') machine.exit(exitReboot);
			});
		}, answerDelay);
		return { messages: [{ actorId }] };
	};
	return {
		async reboot({ mode }) {
			return begin('reboot via API received', mode === RebootMode.FORCE ? forcedRebootSequence(machine) : rebootSequence(machine));
		},
		async shutdown({ force }) {
			return begin('shutdown via API received', shutdownSequence(machine, { force }), true);
		},
		async reset(request) {
			const volumes = volumesToWipe(request);
			const { graceful, reboot, systemPartitionsToWipe } = request;
			return begin(
				'reset request received',
				resetSequence(machine, { graceful, reboot, volumes, named: systemPartitionsToWipe.length > 0 }),
			);
		},
	};
}

/** @throws RpcError in upstream's words for what cannot be, or is not on this machine: a container node has no disks, and two volumes */
function volumesToWipe({ systemPartitionsToWipe, userDisksToWipe, mode }: ResetRequest): readonly string[] {
	const refuse = (why: string): never => {
		throw new RpcError('unknown', why);
	};
	const [disk] = userDisksToWipe;
	if (disk !== undefined) {
		if (mode === WipeMode.SYSTEM_DISK)
			refuse("reset failed: invalid input, wipe mode SYSTEM_DISK doesn't support UserDisksToWipe parameter");
		refuse(`reset user disk failed: device ${disk} wasn't found`);
	}
	if (mode === WipeMode.USER_DISKS) {
		if (systemPartitionsToWipe.length > 0) {
			refuse("reset failed: invalid input, wipe mode USER_DISKS doesn't support SystemPartitionsToWipe parameter");
		}
		return [];
	}
	for (const { label } of systemPartitionsToWipe) {
		if (!(label in volumeFolders)) {
			const missing = `resource VolumeStatuses.block.talos.dev(runtime/${label}@undefined) doesn't exist`;
			refuse(`failed to get volume status with label ${JSON.stringify(label)}: ${missing}`);
		}
	}
	if (systemPartitionsToWipe.length === 0) return Object.keys(volumeFolders);
	return systemPartitionsToWipe.filter(({ wipe }) => wipe).map(({ label }) => label);
}

/** Milliseconds that the answer has on its way. */
const answerDelay = 100;
