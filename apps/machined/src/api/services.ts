import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { MachineService } from '@ichor/api/machine';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { Machine } from '../machine.ts';
import type { RunningService } from '../services/running-service.ts';

export function servicesApi({ services, context }: Machine): Handlers<typeof MachineService> {
	const manageable = (id: string, verb: string): RunningService => {
		const service = services.find(id);
		if (service === undefined) throw new RpcError('unknown', `service ${JSON.stringify(id)} is not registered`);
		if (service.definition.manageable !== true)
			throw new RpcError('unknown', `service ${JSON.stringify(id)} doesn't support ${verb} operation via API`);
		return service;
	};
	return {
		async serviceList() {
			return { messages: [{ services: services.all.map(describe) }] };
		},
		async serviceStart({ id }) {
			manageable(id, 'start').start(context);
			return { messages: [{ resp: `Service ${JSON.stringify(id)} started` }] };
		},
		async serviceStop({ id }) {
			await manageable(id, 'stop').stop();
			return { messages: [{ resp: `Service ${JSON.stringify(id)} stopped` }] };
		},
		async serviceRestart({ id }) {
			const service = manageable(id, 'restart');
			await service.stop();
			service.start(context);
			return { messages: [{ resp: `Service ${JSON.stringify(id)} restarted` }] };
		},
	};
}

function describe({ id, state, events, health, definition }: RunningService) {
	const { unknown, healthy, lastMessage, lastChange } = health;
	return {
		id,
		state,
		events: { events: events.map(({ message, state: then, at }) => ({ msg: message, state: then, ts: timestampFromMs(at) })) },
		health: { unknown: definition.health === undefined || unknown, healthy, lastMessage, lastChange: timestampFromMs(lastChange) },
	};
}
