import { create, type DescMessage, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { eventTime, nextEventId } from './event-id.ts';

/** Something that happened on this machine. */
export interface MachineEvent {
	readonly id: string;
	/** Who started the action that it belongs to; empty for what happens by itself. */
	readonly actorId: string;
	readonly schema: DescMessage;
	readonly typeUrl: string;
	readonly value: Uint8Array;
}

/** Where a reader begins: with what was kept, or with what comes. */
export interface EventStart {
	/** That many of the last ones; below 0 all that are kept. */
	readonly tail?: number;
	/** Those after this one. */
	readonly afterId?: string;
	/** Those of these last seconds. */
	readonly since?: number;
}

/** Tells everybody who listens what happens, and keeps the last thousand events for who asks later. */
export class EventBus {
	readonly #kept: MachineEvent[] = [];
	readonly #readers = new Set<(event: MachineEvent) => void>();

	publish<Schema extends DescMessage>(schema: Schema, message: MessageInitShape<Schema>, actorId = ''): void {
		const value = toBinary(schema, create(schema, message));
		const event = { id: nextEventId(), actorId, schema, typeUrl: `talos/runtime/${schema.typeName}`, value };
		this.#kept.push(event);
		if (this.#kept.length > capacity) this.#kept.shift();
		for (const reader of this.#readers) reader(event);
	}

	/** What is kept, from a place on. */
	past({ tail, afterId, since }: EventStart, now = Date.now()): readonly MachineEvent[] {
		if (afterId !== undefined) return this.#kept.filter(({ id }) => id > afterId);
		if (since !== undefined) return this.#kept.filter(({ id }) => eventTime(id) >= now / 1000 - since);
		if (tail === undefined || tail === 0) return [];
		return tail < 0 ? [...this.#kept] : this.#kept.slice(-tail);
	}

	/** Calls `reader` with every event from now on, until the returned function is called. */
	subscribe(reader: (event: MachineEvent) => void): () => void {
		this.#readers.add(reader);
		return () => this.#readers.delete(reader);
	}

	/**
	 * The events from a place on, until the signal aborts.
	 *
	 * @throws Error when the reader is slower than what happens
	 */
	async *read(start: EventStart, signal: AbortSignal): AsyncGenerator<MachineEvent> {
		const queue: MachineEvent[] = [...this.past(start)];
		let wake: () => void = () => undefined;
		const end = this.subscribe((event) => {
			queue.push(event);
			wake();
		});
		signal.addEventListener('abort', () => wake(), { once: true });
		try {
			while (!signal.aborted) {
				if (queue.length > capacity - 10) throw new Error('buffer overrun');
				yield* queue.splice(0);
				await new Promise<void>((resolve) => {
					wake = resolve;
					if (queue.length > 0 || signal.aborted) resolve();
				});
			}
		} finally {
			end();
		}
	}
}

/** Events that are kept (upstream: 1000). */
const capacity = 1000;
