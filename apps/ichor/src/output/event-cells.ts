import {
	type MachineStatusEvent,
	MachineStatusEvent_MachineStageSchema,
	PhaseEvent_ActionSchema,
	type SequenceEvent,
	SequenceEvent_ActionSchema,
	ServiceStateEvent_ActionSchema,
	TaskEvent_ActionSchema,
} from '@ichor/api/machine';
import type { NodeEventPayload } from '../track/node-event.ts';
import { enumName } from './enum-name.ts';

/** What an event is about, and what happened to it. Undefined for events that are not shown. */
export function eventCells(event: NodeEventPayload): readonly [source: string, message: string] | undefined {
	switch (event.$typeName) {
		case 'machine.SequenceEvent':
			return [event.sequence, sequenceMessage(event)];
		case 'machine.PhaseEvent':
			return [event.phase, enumName(PhaseEvent_ActionSchema, event.action)];
		case 'machine.TaskEvent':
			return [event.task, enumName(TaskEvent_ActionSchema, event.action)];
		case 'machine.ServiceStateEvent':
			return [event.service, `${enumName(ServiceStateEvent_ActionSchema, event.action)}: ${event.message}`];
		case 'machine.ConfigLoadErrorEvent':
		case 'machine.ConfigValidationErrorEvent':
			return ['error', event.error];
		case 'machine.AddressEvent':
			return [event.hostname, `ADDRESSES: ${event.addresses.join(',')}`];
		case 'machine.MachineStatusEvent':
			return [enumName(MachineStatusEvent_MachineStageSchema, event.stage), statusMessage(event)];
		default:
			return undefined;
	}
}

function sequenceMessage({ error, action }: SequenceEvent): string {
	return error === undefined ? enumName(SequenceEvent_ActionSchema, action) : `error: ${error.message}`;
}

function statusMessage({ status }: MachineStatusEvent): string {
	const unmet = (status?.unmetConditions ?? []).map(({ name }) => name).join(' ');
	return `ready: ${status?.ready ?? false}, unmet conditions: [${unmet}]`;
}
