import { parseDuration } from '@ichor/machinery/duration';
import type { ProbeSpecSpec, ProbeStatusSpec } from '@ichor/machinery/resources';
import { type Context, messageOf, pause, withTimeout } from '@ichor/std';
import { askHttp, askTcp } from './questions.ts';

/** A probe that asks again and again. */
export interface RunningProbe {
	/** Ends it; nothing is told afterwards. */
	stop(): void;
}

/**
 * Asks at once and then at every interval; tells each success, and failures from the threshold on.
 *
 * @param tell the outcome of an attempt
 */
export function startProbe(context: Context, id: string, spec: ProbeSpecSpec, tell: (status: ProbeStatusSpec) => void): RunningProbe {
	const life = new AbortController();
	const running: Context = { ...context, signal: AbortSignal.any([context.signal, life.signal]) };
	void run().catch((error: unknown) => {
		if (!running.signal.aborted) context.log('error', 'a probe has ended', { probe: id, error: messageOf(error) });
	});
	return { stop: () => life.abort() };

	async function run(): Promise<void> {
		const interval = milliseconds(spec.interval);
		for (let failures = 0; ; ) {
			const next = Date.now() + interval;
			const error = await attempt();
			if (running.signal.aborted) return;
			if (error === undefined) {
				if (failures > 0) context.log('info', 'probe succeeded', { probe: id });
				failures = 0;
				tell({ success: true, lastError: '' });
			} else {
				if (failures === spec.failureThreshold) context.log('error', 'probe failed', { probe: id, error });
				failures++;
				if (failures >= spec.failureThreshold) tell({ success: false, lastError: error });
			}
			await pause(running, Math.max(0, next - Date.now()));
		}
	}

	/** Why it has failed. */
	async function attempt(): Promise<string | undefined> {
		const { tcp, http } = spec;
		const timed = withTimeout(running, milliseconds((tcp ?? http)?.timeout ?? '0s'));
		try {
			if (tcp !== undefined) await askTcp(timed, tcp.endpoint);
			else if (http !== undefined) await askHttp(timed, http.url);
			return undefined;
		} catch (error) {
			return messageOf(error);
		}
	}
}

function milliseconds(duration: string): number {
	return Number(parseDuration(duration) / 1_000_000n);
}
