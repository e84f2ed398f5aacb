import { readlink } from 'node:fs/promises';
import { ServiceStateEvent_Action as Action, ServiceStateEventSchema } from '@ichor/api/machine';
import { ServicePID, Service as ServiceResource } from '@ichor/machinery/resources';
import { isNotFound, type OwnerOptions, type Pointer, type State, withSpec } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import type { EventBus } from '../events/event-bus.ts';
import { RunningService } from './running-service.ts';
import type { Service, ServiceEvent, ServiceState } from './service.ts';
import { mountVolume, releaseVolume, type VolumeNeed } from './volume-mounts.ts';

/** Every service of the machine. Says what happens to them as events, on the console and as resources. */
export class ServiceSet {
	readonly #services = new Map<string, RunningService>();
	readonly #context: Context;
	readonly #events: EventBus;
	readonly #state: State;
	readonly #changed = new Set<() => void>();
	/** Resources are written one after another. */
	#writing: Promise<void> = Promise.resolve();

	constructor(context: Context, events: EventBus, state: State) {
		this.#context = context;
		this.#events = events;
		this.#state = state;
	}

	/** Sorted by id. */
	get all(): readonly RunningService[] {
		return [...this.#services.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	find(id: string): RunningService | undefined {
		return this.#services.get(id);
	}

	/** Makes a service known, if it is not, and starts it. */
	start(definition: Service): RunningService {
		const service = this.#services.get(definition.id) ?? this.#add(definition);
		service.start(this.#context);
		return service;
	}

	/** Stops services that depend on others before those. */
	async stop(ids: readonly string[]): Promise<void> {
		const left = new Set(ids.filter((id) => this.#services.has(id)));
		while (left.size > 0) {
			const needed = new Set([...left].flatMap((id) => this.#services.get(id)?.definition.dependsOn ?? []));
			const free = [...left].filter((id) => !needed.has(id));
			await Promise.all(free.map(async (id) => await this.#services.get(id)?.stop()));
			for (const id of free) left.delete(id);
		}
	}

	/** Waits until all of these are up. */
	async untilUp(context: Context, ids: readonly string[]): Promise<void> {
		await this.#until(context, () => ids.every((id) => this.#services.get(id)?.up === true));
	}

	#add(definition: Service): RunningService {
		const service = new RunningService(
			this.#withVolumes(definition),
			this.#observe,
			async (context, ids) => await this.untilUp(context, ids),
		);
		this.#services.set(definition.id, service);
		return service;
	}

	/** Volumes are one more thing to wait for. */
	#withVolumes(definition: Service): Service {
		const { volumes = [], conditions = [] } = definition;
		if (volumes.length === 0) return definition;
		const mounted = async (context: Context): Promise<void> => {
			for (const need of needsOf(definition)) await mountVolume(context, this.#state, need, volumeFinalizer);
		};
		return { ...definition, conditions: [{ what: `volumes ${volumes.join(', ')} to be mounted`, met: mounted }, ...conditions] };
	}

	async #release(definition: Service): Promise<void> {
		for (const { id } of needsOf(definition)) await releaseVolume(this.#state, id, volumeFinalizer);
	}

	readonly #observe = (service: RunningService, event: ServiceEvent | undefined): void => {
		if (event !== undefined && event.state !== 'Initialized') {
			const { unknown, healthy, lastMessage } = service.health;
			this.#context.log('info', `service[${service.id}](${event.state}): ${event.message}`);
			this.#events.publish(ServiceStateEventSchema, {
				service: service.id,
				action: actions[event.state],
				message: event.message,
				health: { unknown, healthy, lastMessage },
			});
		}
		this.#writing = this.#writing
			.then(async () => await this.#write(service))
			.then(async () => (ended.includes(service.state) ? await this.#release(service.definition) : undefined))
			.catch((error: unknown) => {
				this.#context.log('warn', 'cannot publish a service', { service: service.id, error: String(error) });
			});
		for (const wake of this.#changed) wake();
	};

	async #write(service: RunningService): Promise<void> {
		const options = { owner: 'v1alpha1.ServiceController' };
		const running = service.state === 'Running';
		if (!running) {
			await this.#remove(ServiceResource.pointer(service.id), options);
			await this.#remove(ServicePID.pointer(service.id));
			return;
		}
		const checked = service.definition.health !== undefined;
		const spec = { running, healthy: checked ? service.health.healthy : true, unknown: checked ? service.health.unknown : false };
		await this.#state.modify(ServiceResource.resource(service.id, spec), (current) => withSpec(current, spec), options);
		const { pid } = service;
		const namespace = pid === undefined ? undefined : await readlink(`/proc/${pid}/ns/mnt`).catch(() => undefined);
		// a process that has no namespace has ended
		if (pid === undefined || namespace === undefined) return await this.#remove(ServicePID.pointer(service.id));
		const process = { pid, mountNamespace: namespace };
		await this.#state.modify(ServicePID.resource(service.id, process), (current) => withSpec(current, process));
	}

	async #remove(pointer: Pointer, options?: OwnerOptions): Promise<void> {
		await this.#state.destroy(pointer, options).catch((error: unknown) => {
			if (!isNotFound(error)) throw error;
		});
	}

	async #until(context: Context, condition: () => boolean): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const look = (): void => {
				if (!context.signal.aborted && !condition()) return;
				this.#changed.delete(look);
				context.signal.removeEventListener('abort', look);
				if (context.signal.aborted) reject(context.signal.reason as Error);
				else resolve();
			};
			this.#changed.add(look);
			context.signal.addEventListener('abort', look);
			look();
		});
	}
}

/** What a service holds the mounts of its volumes by (upstream: internal/app/machined/pkg/system/volumes.go). */
const volumeFinalizer = 'service';

const ended: readonly ServiceState[] = ['Finished', 'Failed'];

function needsOf({ id, volumes = [] }: Service): readonly VolumeNeed[] {
	const requester = `service/${id}`;
	return volumes.map((volumeID) => ({ id: `${requester}-${volumeID}`, volumeID, requester }));
}

const actions: Readonly<Record<ServiceState, Action>> = {
	Initialized: Action.INITIALIZED,
	Preparing: Action.PREPARING,
	Waiting: Action.WAITING,
	Starting: Action.STARTING,
	Running: Action.RUNNING,
	Stopping: Action.STOPPING,
	Finished: Action.FINISHED,
	Failed: Action.FAILED,
	Skipped: Action.SKIPPED,
};
