import { type Context, rest, withTimeout } from '@ichor/std';
import type { LogEvent } from './log-event.ts';
import { type LogDestination, type LogSender, openLogSender } from './log-sender.ts';

/** What is delivered, and where. */
export interface Delivering {
	/** Begins when there is a destination for the first time. Each event is taken when the one before has been delivered. */
	produce(context: Context, deliver: (event: LogEvent) => Promise<void>): Promise<void>;
	/** Says from time to time where events go. */
	configure(setDestinations: (destinations: readonly LogDestination[]) => void): Promise<void>;
}

/** Delivers events while the destinations are being told. Ends with the context, and with the error of either side. */
export async function delivering(context: Context, { produce, configure }: Delivering): Promise<void> {
	const delivery = new LogDelivery();
	const life = new AbortController();
	const current: Context = { ...context, signal: AbortSignal.any([context.signal, life.signal]) };
	const producing = async (): Promise<void> => {
		await delivery.whenWanted(current);
		if (!current.signal.aborted) await produce(current, async (event) => await delivery.deliver(current, event));
	};
	const produced = producing();
	try {
		await Promise.race([configure((destinations) => delivery.setDestinations(destinations)), produced]);
	} finally {
		life.abort();
		delivery.close();
		await produced;
	}
}

/**
 * Delivers events to destinations that may change at any time, and come later than the first event. An event is delivered
 * when one destination has it: while none does, those who deliver wait, and what they read from keeps the rest.
 */
export class LogDelivery {
	#senders: readonly LogSender[] = [];
	#changed = Promise.withResolvers<void>();

	/** From now on events go here, those that are being delivered too. */
	setDestinations(destinations: readonly LogDestination[]): void {
		this.close();
		this.#senders = destinations.map(openLogSender);
		this.#changed.resolve();
		this.#changed = Promise.withResolvers<void>();
	}

	/** Resolves when there is a destination, or the context ends. */
	async whenWanted({ signal }: Context): Promise<void> {
		const ended = Promise.withResolvers<void>();
		const end = (): void => ended.resolve();
		signal.addEventListener('abort', end, { once: true });
		while (this.#senders.length === 0 && !signal.aborted) await Promise.race([this.#changed.promise, ended.promise]);
		signal.removeEventListener('abort', end);
	}

	/** Resolves when the event is delivered, or the context ends. */
	async deliver(context: Context, event: LogEvent): Promise<void> {
		while (!context.signal.aborted) {
			const senders = this.#senders;
			const changed = this.#changed.promise;
			if (senders.length === 0) {
				await this.whenWanted(context);
				continue;
			}
			const { signal } = withTimeout(context, sendTimeout);
			const outcomes = await Promise.allSettled(senders.map(async (sender) => await sender.send(event, signal)));
			if (outcomes.some(({ status }) => status === 'fulfilled')) return;
			await Promise.race([changed, rest(context, retryInterval)]);
		}
	}

	close(): void {
		for (const sender of this.#senders) sender.close();
		this.#senders = [];
	}
}

/** Milliseconds that a destination has to take an event, and until the next attempt: upstream's, in logging/circular.go. */
const sendTimeout = 5000;
const retryInterval = 1000;
