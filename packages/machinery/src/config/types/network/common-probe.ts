import type { Problems } from '../../document.ts';
import { isNegative } from '../../scalars/duration.ts';
import type { CommonProbe } from './common-probe.gen.ts';

/** The rules of what every connectivity probe has: how often it asks, and how many failures make it fail. */
export function checkCommonProbe({ interval, failureThreshold }: CommonProbe, problems: Problems): void {
	if (isNegative(interval)) problems.error(['interval'], `probe interval cannot be negative: ${interval}`);
	if (failureThreshold !== undefined && failureThreshold < 0) {
		problems.error(['failureThreshold'], `probe failure threshold cannot be negative: ${failureThreshold}`);
	}
}
