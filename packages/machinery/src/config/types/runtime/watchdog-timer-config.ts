import type { DocumentKind } from '../../document.ts';
import { parseDuration } from '../../scalars/duration.ts';
import { type WatchdogTimerConfig, watchdogTimerConfigSchema } from './watchdog-timer-config.gen.ts';

/** A hardware timer that restarts a machine that hangs. */
export const watchdogTimerConfig: DocumentKind<WatchdogTimerConfig> = {
	kind: 'WatchdogTimerConfig',
	schema: watchdogTimerConfigSchema,
	since: 'v1.7',
	named: false,
	controlPlaneOnly: false,
	validate(document, problems) {
		if ((document.device ?? '') === '') return problems.error(['device'], 'watchdog device: empty value');
		const timeout = parseDuration(document.timeout ?? '0');
		if (timeout !== 0n && timeout < shortestTimeout) problems.error(['timeout'], 'watchdog timeout: minimum value is 10s');
	},
};

/** Below this a machine under load would be taken for one that hangs. */
const shortestTimeout = parseDuration('10s');
