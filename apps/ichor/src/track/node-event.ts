import { type DescMessage, fromBinary, type MessageShape } from '@bufbuild/protobuf';
import {
	AddressEventSchema,
	ConfigLoadErrorEventSchema,
	ConfigValidationErrorEventSchema,
	type Event,
	MachineStatusEventSchema,
	PhaseEventSchema,
	RestartEventSchema,
	SequenceEventSchema,
	ServiceStateEventSchema,
	TaskEventSchema,
} from '@ichor/api/machine';
import { type PlainRecord, plainMessage } from '../output/plain-message.ts';

/** What happened on a node. Told apart by `$typeName`. */
export type NodeEventPayload = MessageShape<(typeof schemas)[number]>;

/** An event of a node, and the operation that it belongs to: empty for none. */
export interface NodeEvent {
	readonly actorId: string;
	readonly payload: NodeEventPayload;
}

/** An event as it travels. Undefined for a kind that is not known, and for the empty one that a stream of events begins with. */
export function decodeNodeEvent({ actorId, data }: Event): NodeEvent | undefined {
	const schema = data === undefined ? undefined : schemaOf.get(data.typeUrl);
	if (schema === undefined || data === undefined) return undefined;
	return { actorId, payload: fromBinary(schema, data.value) as NodeEventPayload };
}

const schemas = [
	AddressEventSchema,
	ConfigLoadErrorEventSchema,
	ConfigValidationErrorEventSchema,
	MachineStatusEventSchema,
	PhaseEventSchema,
	RestartEventSchema,
	SequenceEventSchema,
	ServiceStateEventSchema,
	TaskEventSchema,
] as const;

/** The payload of an event for programs. */
export function plainPayload(payload: NodeEventPayload): PlainRecord {
	const schema = schemaOf.get(`talos/runtime/${payload.$typeName}`);
	return schema === undefined ? {} : plainMessage(schema, payload);
}

/** By the type URL: upstream's pkg/machinery/proto, `talos/runtime/` and the name. */
const schemaOf: ReadonlyMap<string, DescMessage> = new Map(schemas.map((schema) => [`talos/runtime/${schema.typeName}`, schema]));
