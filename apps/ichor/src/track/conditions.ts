import { MachineStatusEvent_MachineStage } from '@ichor/api/machine';
import { stopAllServices } from './event-message.ts';
import type { NodeEventPayload } from './node-event.ts';

/** A node runs, and is ready. */
export function isReady(event: NodeEventPayload): boolean {
	if (event.$typeName !== 'machine.MachineStatusEvent') return false;
	return event.stage === MachineStatusEvent_MachineStage.RUNNING && event.status?.ready === true;
}

/** A node ends its services: the last that it can tell of before it goes. */
export function isStopping(event: NodeEventPayload): boolean {
	return event.$typeName === 'machine.TaskEvent' && event.task === stopAllServices;
}

/**
 * The id of an operation that a node has begun, from its answer.
 *
 * @throws Error when it has not answered
 */
export function actorIdIn({ messages: [first] }: { readonly messages: readonly { readonly actorId: string }[] }): string {
	if (first === undefined) throw new Error('no messages returned from action run');
	return first.actorId;
}
