import type { MachineService } from '@ichor/api/machine';
import type { Handlers } from '@ichor/rpc';
import type { Machine } from '../machine.ts';

/** What happens, as it happens. */
export function eventsApi({ events }: Machine): Handlers<typeof MachineService> {
	return {
		async *events({ tailEvents, tailId, tailSeconds, withActorId }, { signal }) {
			// tells the client that from now on it misses nothing
			yield { data: { typeUrl: '', value: new Uint8Array() } };
			const start = tailId !== '' ? { afterId: tailId } : tailSeconds > 0 ? { since: tailSeconds } : { tail: tailEvents };
			for await (const event of events.read(start, signal)) {
				if (withActorId !== '' && event.actorId !== withActorId) continue;
				yield { id: event.id, actorId: event.actorId, data: { typeUrl: event.typeUrl, value: event.value } };
			}
		},
	};
}
