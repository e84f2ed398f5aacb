import {
	type AddressSpecSpec,
	type HostnameSpecSpec,
	type LinkSpecSpec,
	type ResolverSpecSpec,
	type RouteSpecSpec,
	type TimeServerSpecSpec,
} from '@ichor/machinery/resources';
import { isWithin } from '../../address-order.ts';
import { given } from '../../given.ts';
import { hostnameOf } from '../../hostname-config.ts';
import type { OperatorWishes } from '../running-operator.ts';
import { addressesIn, addressText, Dhcp4Error, type Dhcp4Message, option } from './message.ts';

/** What a server has given to a link, and for how long. */
export interface Dhcp4Lease {
	readonly address: string;
	/** Who has given it. */
	readonly server: string;
	/** Seconds from now until it is asked for again; until anybody is asked; until it is over. */
	readonly renewAfter: number;
	readonly rebindAfter: number;
	readonly endsAfter: number;
	/** What follows from it for the machine. */
	readonly wishes: OperatorWishes;
}

export interface LeaseOptions {
	readonly linkName: string;
	readonly routeMetric: number;
	readonly skipRoutes: boolean;
}

/** Reads an acknowledgement. Throws Dhcp4Error "malformed" where it gives nothing that an address could be made of. */
export function readLease({ yourAddress, options }: Dhcp4Message, { linkName, routeMetric, skipRoutes }: LeaseOptions): Dhcp4Lease {
	const server = addressesIn(options.get(option.server))[0] ?? '';
	const address = `${yourAddress}/${prefixLength(options.get(option.subnetMask))}`;
	if (
		yourAddress === '0.0.0.0' ||
		yourAddress === '255.255.255.255' ||
		isWithin('127.0.0.0/8', yourAddress) ||
		isWithin('224.0.0.0/4', yourAddress)
	)
		throw new Dhcp4Error('malformed', `a DHCP server has given the address ${yourAddress}, which no machine can have`);
	const endsAfter = Math.max(leastLease, numberIn(options.get(option.leaseTime)) ?? usualLease);
	const rebindAfter = Math.min(endsAfter, numberIn(options.get(option.rebindingTime)) ?? endsAfter * 0.875);
	const renewAfter = Math.max(leastRenewal, Math.min(rebindAfter, numberIn(options.get(option.renewalTime)) ?? endsAfter / 2));
	const mtu = options.get(option.mtu);
	const nameServers = addressesIn(options.get(option.nameServers));
	const timeServers = addressesIn(options.get(option.timeServers));
	const addresses: AddressSpecSpec[] = [
		{ address, linkName, family: 'inet4', scope: 'global', flags: 'permanent', ...given({ priority: routeMetric }), layer },
	];
	const links: LinkSpecSpec[] =
		mtu?.length === 2 && mtu.readUInt16BE() >= leastMtu
			? [{ name: linkName, logical: false, up: true, mtu: mtu.readUInt16BE(), kind: '', type: 'netrom', layer }]
			: [];
	const resolvers: ResolverSpecSpec[] = nameServers.length === 0 ? [] : [{ dnsServers: nameServers, layer }];
	const times: TimeServerSpecSpec[] = timeServers.length === 0 ? [] : [{ timeServers, layer }];
	return {
		address: yourAddress,
		server,
		renewAfter,
		rebindAfter,
		endsAfter,
		wishes: {
			addresses,
			links,
			routes: skipRoutes ? [] : routesOf(options, { address, linkName, routeMetric }),
			hostnames: hostnamesOf(options),
			resolvers,
			timeServers: times,
		},
	};
}

interface RouteOrigin {
	/** With its prefix. */
	readonly address: string;
	readonly linkName: string;
	readonly routeMetric: number;
}

/** Routes without classes, or else the routers: who sends both means the former (RFC 3442). */
function routesOf(options: Dhcp4Message['options'], origin: RouteOrigin): readonly RouteSpecSpec[] {
	const classless = readClasslessRoutes(options.get(option.classlessRoutes));
	if (classless.length > 0) return classless.map(({ destination, gateway }) => routeOf(destination, gateway, origin));
	return addressesIn(options.get(option.routers)).flatMap((gateway) => [
		...(isWithin(origin.address, gateway) ? [] : [routeOf(`${gateway}/32`, '', origin)]),
		routeOf('', gateway, origin),
	]);
}

function routeOf(dst: string, gateway: string, { address, linkName, routeMetric }: RouteOrigin): RouteSpecSpec {
	return {
		family: 'inet4',
		dst,
		src: address.slice(0, address.indexOf('/')),
		gateway,
		outLinkName: linkName,
		table: 'main',
		priority: routeMetric,
		scope: gateway === '' ? 'link' : 'global',
		type: 'unicast',
		flags: '',
		protocol: 'boot',
		layer,
	};
}

/** RFC 3442: the length of a prefix, as many of its bytes as that needs, and a router; 0.0.0.0 for none. */
export function readClasslessRoutes(value: Buffer | undefined): readonly { readonly destination: string; readonly gateway: string }[] {
	const routes: { destination: string; gateway: string }[] = [];
	for (let at = 0; value !== undefined && at < value.length; ) {
		const length = value.readUInt8(at);
		const size = Math.ceil(length / 8);
		if (length > 32 || at + 1 + size + 4 > value.length)
			throw new Dhcp4Error('malformed', 'a DHCP server has given routes that cannot be read');
		const network = Buffer.alloc(4);
		value.copy(network, 0, at + 1, at + 1 + size);
		const gateway = addressText(value.subarray(at + 1 + size, at + 5 + size));
		routes.push({ destination: length === 0 ? '' : `${addressText(network)}/${length}`, gateway: gateway === '0.0.0.0' ? '' : gateway });
		at += 5 + size;
	}
	return routes;
}

/** Whoever answers on the link chooses them, and they go into files of the machine: what is no name is passed over. */
function hostnamesOf(options: Dhcp4Message['options']): readonly HostnameSpecSpec[] {
	const name = textIn(options.get(option.hostname));
	const domainname = textIn(options.get(option.domainName));
	if (!isName(name)) return [];
	const spec = hostnameOf(name, layer);
	return [isName(domainname) ? { ...spec, domainname } : spec];
}

/** RFC 1123, section 2.1, with the lengths of RFC 1035. */
function isName(text: string): boolean {
	return text.length <= 253 && /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i.test(text);
}

/** Zeros at the end are no part of it: some servers count them. */
function textIn(value: Buffer | undefined): string {
	return (value?.toString('utf8') ?? '').replace(/\0+$/, '');
}

/** Of a mask whose ones are all before its zeros; a server that sends none means the address alone. */
function prefixLength(mask: Buffer | undefined): number {
	if (mask === undefined) return 32;
	const bits = [...mask].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	if (!/^1*0*$/.test(bits) || bits.length !== 32)
		throw new Dhcp4Error('malformed', `a DHCP server has given the subnet mask ${addressText(mask)}`);
	return bits.replaceAll('0', '').length;
}

function numberIn(value: Buffer | undefined): number | undefined {
	return value?.length === 4 ? value.readUInt32BE() : undefined;
}

const layer = 'operator';

/** Seconds: the lease of a server that says none, and the least that one may say (upstream: operator/dhcp4.go, a renewal every five seconds). */
const usualLease = 1800;
const leastLease = 10;
/** Seconds: a server that says 0 is not asked without a pause. */
const leastRenewal = 1;

/** Bytes that every link of IPv4 carries (RFC 791); what is less is nonsense and would end IPv4 on the link. */
const leastMtu = 68;
