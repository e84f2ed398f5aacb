import { type Context, messageOf, pause, withTimeout } from '@ichor/std';
import type { Runner, Service, ServiceEvent, ServiceHealth, ServiceState } from './service.ts';

/** Told of every change: a new event, or another health. */
export type ServiceObserver = (service: RunningService, event: ServiceEvent | undefined) => void;

/** One service from start to stop: waits for what it needs, runs it, watches its health, and starts it again when it ends. */
export class RunningService {
	readonly definition: Service;
	readonly #observer: ServiceObserver;
	readonly #waitForServices: (context: Context, ids: readonly string[]) => Promise<void>;
	readonly #events: ServiceEvent[] = [];
	#health: ServiceHealth = { unknown: true, healthy: false, lastMessage: '', lastChange: Date.now() };
	#stop: AbortController | undefined;
	#runner: Runner | undefined;
	#life: Promise<void> = Promise.resolve();

	constructor(
		definition: Service,
		observer: ServiceObserver,
		waitForServices: (context: Context, ids: readonly string[]) => Promise<void>,
	) {
		this.definition = definition;
		this.#observer = observer;
		this.#waitForServices = waitForServices;
		this.#note('Initialized', 'Service was just created');
	}

	get id(): string {
		return this.definition.id;
	}

	get state(): ServiceState {
		return this.#events.at(-1)?.state ?? 'Initialized';
	}

	get events(): readonly ServiceEvent[] {
		return this.#events;
	}

	/** The process that it is while it runs. */
	get pid(): number | undefined {
		return this.#runner?.pid;
	}

	get health(): ServiceHealth {
		return this.#health;
	}

	/** Running, and healthy as far as that is known. */
	get up(): boolean {
		return this.state === 'Running' && (this.definition.health === undefined || this.#health.healthy);
	}

	/** Starts it unless it runs. */
	start(context: Context): void {
		if (this.#stop !== undefined) return;
		const stop = new AbortController();
		this.#stop = stop;
		const signal = AbortSignal.any([context.signal, stop.signal]);
		this.#note('Starting', 'Starting service');
		this.#life = this.#live({ ...context, signal }).catch((error: unknown) => {
			if (signal.aborted) this.#note('Finished', 'Service finished successfully');
			else this.#note('Failed', messageOf(error));
		});
		void this.#life.finally(() => {
			if (this.#stop === stop) this.#stop = undefined;
		});
	}

	/** Stops it and waits until it has ended. */
	async stop(why?: string): Promise<void> {
		if (this.#stop === undefined) return;
		this.#stop.abort(new Error('stopped'));
		await this.#life;
		this.#stop = undefined;
		if (why !== undefined) this.#note('Finished', why);
	}

	async #live(context: Context): Promise<void> {
		await this.#await(context);
		for (;;) {
			this.#note('Preparing', 'Running pre state');
			try {
				const runner = await this.definition.prepare(context);
				this.#note('Preparing', 'Creating service runner');
				const started = await runner.start(context);
				this.#runner = runner;
				this.#note('Running', started);
				await this.#run(context, runner);
			} catch (error) {
				if (context.signal.aborted) throw error;
				this.#note('Waiting', `Error running ${this.id}, going to restart forever: ${messageOf(error)}`);
			}
			await pause(context, this.definition.restartPause ?? restartPause);
		}
	}

	async #await(context: Context): Promise<void> {
		const { dependsOn = [], conditions = [] } = this.definition;
		const services = dependsOn.map((id) => `service "${id}" to be "up"`);
		const pending = new Set([...services, ...conditions.map(({ what }) => what)]);
		if (pending.size === 0) return;
		const tell = () => this.#note('Waiting', `Waiting for ${[...pending].join(', ')}`);
		tell();
		const done = (what: readonly string[]) => {
			for (const one of what) pending.delete(one);
			if (pending.size > 0) tell();
		};
		await Promise.all([
			...(services.length === 0 ? [] : [this.#waitForServices(context, dependsOn).then(() => done(services))]),
			...conditions.map((condition) => condition.met(context).then(() => done([condition.what]))),
		]);
	}

	/** Until it ends, which is a failure, or is told to stop. */
	async #run(context: Context, runner: Runner): Promise<void> {
		const ending = new AbortController();
		const watching = this.#watchHealth({ ...context, signal: AbortSignal.any([context.signal, ending.signal]) });
		const aborted = new Promise<'stop'>((resolve) => {
			if (context.signal.aborted) resolve('stop');
			context.signal.addEventListener('abort', () => resolve('stop'), { once: true });
		});
		const outcome = await Promise.race([aborted, runner.ended().then((message) => ({ message }))]);
		ending.abort();
		await watching;
		if (outcome !== 'stop') throw new Error(outcome.message);
		this.#note('Stopping', `Sending SIGTERM to ${this.id}`);
		await runner.stop(withTimeout({ ...context, signal: new AbortController().signal }, stopDeadline));
		context.signal.throwIfAborted();
	}

	async #watchHealth(context: Context): Promise<void> {
		const { health } = this.definition;
		if (health === undefined) return;
		try {
			await pause(context, health.initialDelay ?? defaultInitialDelay);
			while (!context.signal.aborted) {
				await this.#checkHealth(context);
				await pause(
					context,
					this.#health.healthy ? (health.period ?? defaultPeriod) : Math.min(health.period ?? defaultPeriod, unhealthyPeriod),
				);
			}
		} catch {
			// the service ends, and with it what is known of its health
		}
		this.#health = { ...this.#health, unknown: true, healthy: false };
		this.#observer(this, undefined);
	}

	async #checkHealth(context: Context): Promise<void> {
		const { health } = this.definition;
		let lastMessage = '';
		try {
			await health?.check(withTimeout(context, health.timeout ?? defaultTimeout));
		} catch (error) {
			if (context.signal.aborted) return;
			lastMessage = messageOf(error);
		}
		const healthy = lastMessage === '';
		if (this.#health.unknown || this.#health.healthy !== healthy) {
			this.#health = { unknown: false, healthy, lastMessage, lastChange: Date.now() };
			this.#note('Running', healthy ? 'Health check successful' : `Health check failed: ${lastMessage}`);
		} else this.#health = { ...this.#health, lastMessage };
	}

	#note(state: ServiceState, message: string): void {
		const event = { state, message, at: Date.now() };
		this.#events.push(event);
		if (this.#events.length > maxEvents) this.#events.shift();
		this.#observer(this, event);
	}
}

/** Events that a service keeps (upstream: 64). */
const maxEvents = 64;
/** Milliseconds between an end and the next start, and for a service to stop (upstream: 5 s, 10 s and a SIGKILL). */
const restartPause = 5000;
const stopDeadline = 30_000;
/** Milliseconds of a health check, unless a service says otherwise (upstream's defaults). */
const defaultInitialDelay = 1000;
const defaultPeriod = 5000;
const defaultTimeout = 500;
/** A service that is not well yet is looked at more often: it decides when others start. */
const unhealthyPeriod = 1000;
