import { type Context, pause, withTimeout } from '@ichor/std';
import type { LogEvent } from './log-event.ts';
import { type LogDestination, type LogSender, openLogSender } from './log-sender.ts';

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

	/** Resolves when the event is delivered, or the context ends. */
	async deliver(context: Context, event: LogEvent): Promise<void> {
		while (!context.signal.aborted) {
			const senders = this.#senders;
			const changed = this.#changed.promise;
			if (senders.length === 0) {
				await Promise.race([changed, ended(context)]);
				continue;
			}
			const { signal } = withTimeout(context, sendTimeout);
			const outcomes = await Promise.allSettled(senders.map(async (sender) => await sender.send(event, signal)));
			if (outcomes.some(({ status }) => status === 'fulfilled')) return;
			await Promise.race([changed, pause(context, retryInterval).catch(() => undefined)]);
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

async function ended({ signal }: Context): Promise<void> {
	if (signal.aborted) return;
	await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
