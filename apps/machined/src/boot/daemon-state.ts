import { chown, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { State as StateService } from '@ichor/api/cosi';
import { plainYaml } from '@ichor/machinery/yaml';
import { listenUnix, RpcServer, serveState } from '@ichor/rpc';
import { filteredState, type ResourceType } from '@ichor/runtime';
import type { Machine } from '../machine.ts';
import { daemonAccess } from '../state/access.ts';

/** Serves one of our daemons the resources that it needs, on a socket of its own. */
export async function serveDaemonState(machine: Machine, socket: string, user: number, types: readonly ResourceType[]): Promise<void> {
	const state = filteredState(machine.state, daemonAccess(types));
	const server = new RpcServer().add(StateService, serveState({ stateOf: () => state, registry: machine.registry, toYaml: plainYaml }));
	await mkdir(dirname(socket), { recursive: true, mode: 0o755 });
	await listenUnix(server.accept, socket, 0o600);
	await chown(socket, user, user);
}
