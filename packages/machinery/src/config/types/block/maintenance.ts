import type { Problems } from '../../document.ts';
import { parseDuration } from '../../scalars/duration.ts';
import type { VolumeScrub, VolumeTrim } from './maintenance.gen.ts';

/** Scrubbing more often than this would keep the disk busy. */
const shortestScrubInterval = parseDuration('10s');

export function checkTrim(trim: VolumeTrim | undefined, problems: Problems): void {
	if (parseDuration(trim?.interval ?? '0') < 0n) problems.error(['interval'], 'trim interval cannot be negative');
}

export function checkScrub(scrub: VolumeScrub | undefined, problems: Problems): void {
	const interval = parseDuration(scrub?.interval ?? '0');
	if (interval !== 0n && interval < shortestScrubInterval) problems.error(['interval'], 'scrub interval: minimum value is 10s');
}
