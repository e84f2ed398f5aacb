import type { Phase } from '../resource/metadata.ts';
import type { Resource } from '../resource/resource.ts';
import type { ResourceEvent } from './core-state.ts';

/** What someone waits for: every part that is given must hold. */
export interface Condition<Spec = unknown> {
	readonly events?: readonly ResourceEvent['type'][];
	readonly phases?: readonly Phase[];
	/** The resource exists and has no finalizers. */
	readonly noFinalizers?: boolean;
	readonly holds?: (resource: Resource<Spec>) => boolean;
}

/** The resource of an event when the event fulfils the condition. */
export function fulfils<Spec>(condition: Condition<Spec>, event: ResourceEvent<Spec>): Resource<Spec | undefined> | undefined {
	if (condition.events !== undefined && !condition.events.includes(event.type)) return undefined;
	if (event.type === 'bootstrapped' || event.type === 'noop') return undefined;
	const { resource } = event;
	const gone = event.type === 'destroyed';
	if (condition.noFinalizers === true && (gone || resource.metadata.finalizers.length > 0)) return undefined;
	if (condition.phases !== undefined && !condition.phases.includes(resource.metadata.phase)) return undefined;
	if (condition.holds !== undefined && (gone || !condition.holds(event.resource))) return undefined;
	return resource;
}
