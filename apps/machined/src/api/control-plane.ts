import { MachineType, machineTypeId } from '@ichor/machinery/resources';
import { RpcError } from '@ichor/rpc';
import type { State } from '@ichor/runtime';

/**
 * Lets a call through on control planes only.
 *
 * @param what the call, as people name it
 * @throws RpcError "unimplemented"
 */
export async function requireControlPlane(state: Pick<State, 'find'>, what: string): Promise<void> {
	const type = (await state.find(MachineType.pointer(machineTypeId)))?.spec;
	if (type === undefined || type === 'unknown') throw new RpcError('unimplemented', `machine type is not set, cannot use ${what} API`);
	if (type !== 'controlplane' && type !== 'init') throw new RpcError('unimplemented', `${what} is only available on control plane nodes`);
}
