import { ClusterService } from '@ichor/api/cluster';
import { State as StateService } from '@ichor/api/cosi';
import { HistoryService } from '@ichor/api/ichor/history';
import { InspectService } from '@ichor/api/inspect';
import { MachineService } from '@ichor/api/machine';
import { ImageService } from '@ichor/api/machine/image';
import { LifecycleService } from '@ichor/api/machine/lifecycle';
import { StorageService } from '@ichor/api/storage';
import { TimeService } from '@ichor/api/time';
import { namespaces } from '@ichor/machinery/resources';
import { plainYaml } from '@ichor/machinery/yaml';
import { type Call, type Handlers, RpcError, RpcServer, roleKey, serveState } from '@ichor/rpc';
import { filteredState } from '@ichor/runtime';
import type { Machine } from '../machine.ts';
import { apiAccess } from '../state/access.ts';
import { bootstrapApi } from './bootstrap.ts';
import { configurationApi } from './configuration.ts';
import { containerModeApi, containerModeLifecycleApi } from './container-mode.ts';
import { containersApi } from './containers.ts';
import { credentialsApi } from './credentials.ts';
import { etcdApi } from './etcd.ts';
import { eventsApi } from './events.ts';
import { filesApi } from './files/files.ts';
import { healthApi } from './health.ts';
import { historyApi } from './history.ts';
import { imageServiceApi, imagesApi } from './images.ts';
import { inspectApi } from './inspect.ts';
import { lifecycleApi } from './lifecycle.ts';
import { logsApi } from './logs.ts';
import { netstatApi } from './netstat.ts';
import { packetCaptureApi } from './packet-capture.ts';
import { mayCall } from './roles.ts';
import { servicesApi } from './services.ts';
import { storageApi } from './storage.ts';
import { systemApi } from './system.ts';
import { timeApi } from './time.ts';

/** The machine's API. Whoever reaches its socket says which roles the caller has: it is for apid alone. */
export function machineServer(machine: Machine): RpcServer {
	const machineHandlers: Handlers<typeof MachineService> = {
		...systemApi(),
		...filesApi(),
		...eventsApi(machine),
		...logsApi(machine),
		...servicesApi(machine),
		...containersApi(machine),
		...configurationApi(machine),
		...lifecycleApi(machine),
		...etcdApi(machine),
		...bootstrapApi(machine),
		...netstatApi(),
		...packetCaptureApi(machine),
		...credentialsApi(machine),
		...imagesApi(machine),
		...containerModeApi(),
	};
	const known = new Set(['meta', ...Object.keys(namespaces)]);
	return new RpcServer({ authorize: (call) => authorize(call, !machine.configuration.complete) })
		.add(MachineService, machineHandlers)
		.add(ClusterService, healthApi(machine))
		.add(ImageService, imageServiceApi(machine))
		.add(LifecycleService, containerModeLifecycleApi())
		.add(StorageService, storageApi(machine.state))
		.add(TimeService, timeApi(machine))
		.add(InspectService, inspectApi(machine))
		.add(HistoryService, historyApi(machine))
		.add(
			StateService,
			serveState({
				stateOf: (call) => filteredState(machine.state, apiAccess(machine.registry, known, call.metadata(roleKey))),
				registry: machine.registry,
				toYaml: plainYaml,
			}),
		);
}

function authorize(call: Call, maintenance: boolean): void {
	if (!mayCall(call.path, call.metadata(roleKey), maintenance)) throw new RpcError('permission-denied', 'not authorized');
}
