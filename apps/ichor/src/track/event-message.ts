import { CodeSchema } from '@ichor/api/common';
import {
	type MachineStatusEvent,
	MachineStatusEvent_MachineStageSchema,
	PhaseEvent_ActionSchema,
	type SequenceEvent,
	SequenceEvent_ActionSchema,
	TaskEvent_ActionSchema,
} from '@ichor/api/machine';
import { enumName } from '../output/enum-name.ts';
import type { NodeEventPayload } from './node-event.ts';
import { NotYet } from './retry.ts';

/** What is said about an event of the operation that is tracked. Undefined for events that nobody is told about. */
export function eventMessage(event: NodeEventPayload): string | undefined {
	switch (event.$typeName) {
		case 'machine.PhaseEvent':
			return `phase: ${event.phase} action: ${enumName(PhaseEvent_ActionSchema, event.action)}`;
		case 'machine.TaskEvent':
			return `task: ${event.task} action: ${enumName(TaskEvent_ActionSchema, event.action)}`;
		case 'machine.SequenceEvent':
			return `sequence: ${event.sequence} action: ${enumName(SequenceEvent_ActionSchema, event.action)}${failureText(event)}`;
		case 'machine.MachineStatusEvent':
			return statusMessage(event);
		case 'machine.ServiceStateEvent':
			return `service: ${event.service} message: ${event.message} healthy: ${event.health?.healthy ?? false}`;
		default:
			return undefined;
	}
}

/**
 * Ends the watching of events where upstream ends it: at the end of the services and of a reboot the node is about to go
 * away, and what comes next is asked of the node that returned.
 *
 * @throws NotYet there; Error when the sequence of the node failed
 */
export function endWatchAfter(event: NodeEventPayload): void {
	if (event.$typeName === 'machine.TaskEvent' && event.task === stopAllServices) throw new NotYet('stopAllServices task completed');
	if (event.$typeName !== 'machine.SequenceEvent') return;
	if (event.sequence === 'reboot') throw new NotYet('reboot sequence completed');
	const reason = event.error?.message ?? '';
	if (reason !== '') throw new Error(`sequence error: ${reason}`);
}

/** The task after which a node has nothing that could be watched. */
export const stopAllServices = 'stopAllServices';

/** Upstream has the two the wrong way around, and scripts match what it prints. */
function failureText({ error }: SequenceEvent): string {
	const reason = error?.message ?? '';
	return reason === '' ? '' : ` error: [code: ${reason} message: ${enumName(CodeSchema, error?.code ?? 0)}]`;
}

function statusMessage({ stage, status }: MachineStatusEvent): string {
	const unmet = (status?.unmetConditions ?? []).map(({ name, reason }) => `name:${quoted(name)}  reason:${quoted(reason)}`);
	return `stage: ${enumName(MachineStatusEvent_MachineStageSchema, stage)} ready: ${status?.ready ?? false} unmetCond: [${unmet.join(' ')}]`;
}

/** As protobuf's text format writes a string: these texts are printable but for line breaks. */
function quoted(text: string): string {
	return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
