import type { ResourceEvent, Watch } from '../state/core-state.ts';
import { ensure } from './case.ts';

/** The next event of a watch, which must not have ended. */
export async function nextEvent<Event>(watch: Watch<Event>): Promise<Event> {
	const { done, value } = await watch.next();
	ensure(done !== true, 'a watch ended although nobody ended it');
	return value;
}

/** The next events of a watch, as short as `shortEvent` makes them. */
export async function nextEvents(watch: Watch<ResourceEvent>, count: number): Promise<readonly string[]> {
	const events: string[] = [];
	while (events.length < count) events.push(shortEvent(await nextEvent(watch)));
	return events;
}

/** An event in a few characters: `created a@1`, `updated a@1-2`, `destroyed a@2`, `bootstrapped`. */
export function shortEvent(event: ResourceEvent): string {
	if (event.type === 'bootstrapped' || event.type === 'noop') return event.type;
	const { id, version } = event.resource.metadata;
	if (event.type !== 'updated') return `${event.type} ${id}@${version}`;
	return `updated ${id}@${event.old.metadata.version}-${version}`;
}
