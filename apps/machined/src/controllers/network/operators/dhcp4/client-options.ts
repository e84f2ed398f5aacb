import type { HostnameStatusSpec, OperatorSpecSpec } from '@ichor/machinery/resources';
import { option } from './message.ts';

type Dhcp4Spec = NonNullable<OperatorSpecSpec['dhcp4']>;

/**
 * What a client says of itself in every message of an exchange: what it wants to know, who it is, and what it is called.
 *
 * @param name of the machine; undefined when the server is asked for one
 */
export function clientOptions(
	{ clientIdentifier }: Dhcp4Spec,
	hardwareAddress: string,
	name: HostnameStatusSpec | undefined,
): ReadonlyMap<number, Buffer> {
	const asked = name === undefined ? [...wanted, option.hostname, option.domainName] : wanted;
	const options = new Map<number, Buffer>([[option.wantedOptions, Buffer.from(asked)]]);
	const identifier = identifierOf(clientIdentifier, hardwareAddress);
	if (identifier !== undefined) options.set(option.clientIdentifier, identifier);
	if (name !== undefined && name.hostname !== '') {
		options.set(option.hostname, Buffer.from(name.hostname));
		if (name.domainname !== '') options.set(option.domainName, Buffer.from(name.domainname));
	}
	return options;
}

/** RFC 2132, section 9.14: a type of hardware and its address; or what the configuration says. */
function identifierOf(
	{ clientIdentifier, duidRawHex = '' }: NonNullable<Dhcp4Spec['clientIdentifier']> = { clientIdentifier: 'mac' },
	hardwareAddress: string,
): Buffer | undefined {
	if (clientIdentifier === 'none') return undefined;
	return Buffer.from(clientIdentifier === 'duid' ? duidRawHex : `01${hardwareAddress.replaceAll(':', '')}`, 'hex');
}

const wanted = [
	option.subnetMask,
	option.classlessRoutes,
	option.routers,
	option.nameServers,
	option.timeServers,
	option.mtu,
	option.leaseTime,
	option.renewalTime,
	option.rebindingTime,
] as const;
