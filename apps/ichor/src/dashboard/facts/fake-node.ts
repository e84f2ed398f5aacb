import { create } from '@bufbuild/protobuf';
import { EventSchema, EventType, type Resource, ResourceSchema } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { resourceTypes } from '@ichor/machinery/resources';
import { RpcError } from '@ichor/rpc';
import { definitionOf, ResourceDefinition } from '@ichor/runtime';
import type { NodeFacts } from './node-facts.ts';
import type { Sample } from './sample.ts';
import { watchedKinds } from './watched-kinds.ts';

/**
 * The API of a node that answers what its facts say, and can go away and come back. For tests; the real one answers
 * in tests/integration.
 */
export class FakeNode {
	/** How often it was asked for its load. */
	samples = 0;
	/** How many watches and logs are open. */
	streams = 0;
	readonly #facts: NodeFacts;
	#gone = new AbortController();

	constructor(facts: NodeFacts) {
		this.#facts = facts;
	}

	leave(): void {
		this.#gone.abort(new RpcError('unavailable', 'connection refused'));
	}

	comeBack(): void {
		this.#gone = new AbortController();
	}

	services(): TalosServices {
		const latest = (): Sample | undefined => this.#facts.samples.at(-1);
		const answer = async <Message>(message: Message): Promise<{ readonly messages: readonly Message[] }> => {
			this.#gone.signal.throwIfAborted();
			return { messages: [message] };
		};
		const machine = {
			loadAvg: async () => {
				this.samples += 1;
				return await answer(latest()?.load);
			},
			memory: async () => await answer({ meminfo: latest()?.memory }),
			systemStat: async () => await answer(latest()?.system),
			cPUInfo: async () => await answer({ cpuInfo: latest()?.processors }),
			cPUFreqStats: async () => await answer({ cpuFreqStats: latest()?.frequencies }),
			networkDeviceStats: async () => await answer({ total: latest()?.network }),
			diskStats: async () => await answer({ total: latest()?.disks }),
			processes: async () => await answer({ processes: latest()?.processes }),
			serviceList: async () => await answer({ services: latest()?.services }),
			dmesg: (_request: unknown, options: Stream) => this.#stream(options, [{ bytes: Buffer.from(`${this.#facts.log.join('\n')}\n`) }]),
		};
		const state = {
			list: () => definitions(),
			watch: ({ type }: { readonly type: string }, options: Stream) => this.#stream(options, [{ event: this.#events(type) }]),
		};
		return { machine, state } as unknown as TalosServices;
	}

	#events(type: string): readonly unknown[] {
		const kind = resourceTypes.find((candidate) => candidate.type === type);
		const resources = kind === undefined ? [] : [...this.#facts.all(kind)];
		const created = resources.map(([id, spec]) =>
			create(EventSchema, {
				eventType: EventType.CREATED,
				resource: create(ResourceSchema, { metadata: { id, type }, spec: { protoSpec: kind?.codec.encode(spec) ?? new Uint8Array() } }),
			}),
		);
		// as a real one does: with a resource in which there is nothing
		return [...created, create(EventSchema, { eventType: EventType.BOOTSTRAPPED, resource: { metadata: {} } })];
	}

	/** Gives what there is, then stays open until the node goes away or the caller has enough. */
	async *#stream<Message>({ signal }: Stream, messages: readonly Message[]): AsyncGenerator<Message, undefined> {
		const ended = AbortSignal.any([signal, this.#gone.signal]);
		ended.throwIfAborted();
		this.streams += 1;
		try {
			yield* messages;
			await new Promise((_resolve, reject) => ended.addEventListener('abort', () => reject(ended.reason as Error), { once: true }));
		} finally {
			this.streams -= 1;
		}
	}
}

/** Of the kinds that are watched, as the node itself describes them. */
async function* definitions(): AsyncGenerator<{ readonly resource: Resource }> {
	for (const kind of watchedKinds) {
		const { metadata, spec } = definitionOf(kind);
		const { id } = metadata;
		yield { resource: create(ResourceSchema, { metadata: { id }, spec: { protoSpec: ResourceDefinition.codec.encode(spec) } }) };
	}
}

interface Stream {
	readonly signal: AbortSignal;
}
