import { currentAddressId, Member, NodeAddress, OperatorSpec, plainAddresses } from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';

/**
 * The addresses that a caller may not have a certificate for, whatever token it knows: those that the control planes share,
 * those of this machine, and those of every member but the caller itself. A member is the caller when it has its address: a
 * machine that was reset comes back under another identity.
 */
export async function foreignAddresses(state: Pick<State, 'find' | 'list'>, caller: string): Promise<readonly string[]> {
	const shared = (await state.list(OperatorSpec.kind)).flatMap(({ spec }) => spec.vip?.ip ?? []);
	const own = await state.find(NodeAddress.pointer(currentAddressId));
	const members = (await state.list(Member.kind)).map(({ spec }) => spec.addresses);
	const others = [own === undefined ? [] : plainAddresses(own.spec), ...members].filter((addresses) => !addresses.includes(caller));
	return [...shared, ...others.flat()];
}
