import type { MachineConfig } from '@ichor/machinery/config';
import { RpcError } from '@ichor/rpc';
import type { State } from '@ichor/runtime';
import { activeConfig } from '../boot/configuration.ts';

/** The configuration that holds. @throws RpcError "failed-precondition" in maintenance */
export async function requireConfig(state: State): Promise<MachineConfig> {
	const config = await activeConfig(state);
	if (config === undefined) throw new RpcError('failed-precondition', 'this machine has no configuration yet');
	return config;
}
