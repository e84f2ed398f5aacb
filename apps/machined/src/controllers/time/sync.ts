import { TimeStatus, timeStatusId } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { ClockJumps, clockPeriod } from '../clock-jumps.ts';
import { publish } from '../publish.ts';

/**
 * The clock of a container is its host's: there is nothing to set. When that jumps, a new epoch begins. Certificates stay: those that a
 * clock signs that is ahead hold nowhere else yet.
 *
 * @param now milliseconds since 1970, by the machine's clock
 * @param period milliseconds between two looks
 */
export function timeSyncController(now: () => number = Date.now, period = clockPeriod): Controller {
	return {
		name: 'time.SyncController',
		inputs: [],
		outputs: [{ type: TimeStatus.type, kind: 'exclusive' }],
		async run(_, runtime) {
			const jumps = new ClockJumps(now);
			let epoch = 0;
			const timer = setInterval(() => runtime.queueReconcile(), period);
			try {
				while (await runtime.nextReconcile()) {
					if (Math.abs(jumps.look()) > epochLimit) epoch += 1;
					await publish(runtime, TimeStatus, timeStatusId, { synced: true, epoch, syncDisabled: true });
					runtime.resetRestartBackoff();
				}
			} finally {
				clearInterval(timer);
			}
		},
	};
}

/** Milliseconds (upstream: internal/pkg/ntp, EpochLimit). */
const epochLimit = 15 * 60_000;
