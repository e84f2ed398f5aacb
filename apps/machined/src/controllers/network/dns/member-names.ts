import type { MemberSpec } from '@ichor/machinery/resources';
import { recordTypes } from './message.ts';

/** A machine of the cluster, by its id and what it says of itself. */
export interface NamedMember {
	readonly id: string;
	readonly spec: Pick<MemberSpec, 'hostname' | 'addresses'>;
}

/**
 * The addresses of the member that is called so: by its hostname or its name as a node, whole or without its domain.
 * Undefined for a name that is none's, and where the member has no address of the family that is asked for.
 *
 * @param type of the record that is asked for
 */
export function addressesOfMember(members: readonly NamedMember[], name: string, type: number): readonly string[] | undefined {
	if (type !== recordTypes.a && type !== recordTypes.aaaa) return undefined;
	const member = members.find(({ id, spec }) => isCalled(spec.hostname, name) || isCalled(id, name));
	const addresses = member?.spec.addresses.filter((address) => address.includes(':') === (type === recordTypes.aaaa)) ?? [];
	return addresses.length === 0 ? undefined : addresses;
}

function isCalled(whole: string, name: string): boolean {
	const known = whole.toLowerCase().replace(/\.+$/, '');
	return known !== '' && (known === name || known.split('.')[0] === name);
}
