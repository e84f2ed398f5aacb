import type { ServiceInfo } from '@ichor/api/machine';
import { ageText } from './go-time.ts';

/** All that a node says of one of its services, as the rows of a table. */
export function serviceDescription(info: ServiceInfo, now: Date): readonly (readonly string[])[] {
	const lastMessage = info.health?.lastMessage ?? '';
	const events = (info.events?.events ?? [])
		.toReversed()
		.map(({ state, msg, ts }) => `[${state}]: ${msg} (${ts === undefined ? '' : ageText(ts, now)} ago)`);
	return [
		['ID', info.id],
		['STATE', info.state],
		['HEALTH', healthOf(info)],
		...(lastMessage === '' ? [] : [['LAST HEALTH MESSAGE', lastMessage]]),
		...events.map((event, index) => [index === 0 ? 'EVENTS' : '', event]),
	];
}

/** In upstream's words. */
export function healthOf({ health }: ServiceInfo): string {
	if (health?.unknown === true) return '?';
	return health?.healthy === true ? 'OK' : 'Fail';
}
