import { LinuxError } from '../errors.ts';
import { familyOf } from './address.ts';
import { addressFrom, bytesOfAddress, prefixFrom, splitPrefix } from './address-bytes.ts';
import { attribute, numberIn, readAttributes } from './attributes.ts';

/** A route as rtnetlink(7) tells it. Tables, types, scopes and protocols are the kernel's numbers. */
export interface Route {
	/** AF_INET, AF_INET6, or a family of multicast routing. */
	readonly family: number;
	/** Empty for the default route. */
	readonly destination: string;
	/** The preferred source address. */
	readonly source: string;
	readonly gateway: string;
	/** 0 for none. */
	readonly outLinkIndex: number;
	readonly table: number;
	readonly priority: number;
	readonly scope: number;
	readonly type: number;
	readonly flags: number;
	readonly protocol: number;
	/** 0: the link's. */
	readonly mtu: number;
}

/** Reads the body of RTM_NEWROUTE. Throws LinuxError "malformed". */
export function readRoute(body: Buffer): Route {
	if (body.length < headerSize) throw new LinuxError('malformed', `a route of ${body.length} bytes`);
	const attributes = readAttributes(body.subarray(headerSize));
	return {
		family: body.readUInt8(0),
		destination: prefixFrom(attributes.get(rta.destination), body.readUInt8(1)),
		source: addressFrom(attributes.get(rta.preferredSource)),
		gateway: addressFrom(attributes.get(rta.gateway)),
		outLinkIndex: numberIn(attributes.get(rta.outLink)) ?? 0,
		table: numberIn(attributes.get(rta.table)) ?? body.readUInt8(4),
		priority: numberIn(attributes.get(rta.priority)) ?? 0,
		scope: body.readUInt8(6),
		type: body.readUInt8(7),
		flags: body.readUInt32LE(8),
		protocol: body.readUInt8(5),
		mtu: numberIn(readAttributes(attributes.get(rta.metrics) ?? Buffer.alloc(0)).get(metricMtu)) ?? 0,
	};
}

/** The body of RTM_NEWROUTE and RTM_DELROUTE. */
export function encodeRoute(route: Route): Buffer {
	const header = Buffer.alloc(headerSize);
	const destination = route.destination === '' ? undefined : splitPrefix(route.destination);
	const destinationBytes = destination === undefined ? undefined : bytesOfAddress(destination.address);
	header.writeUInt8(destinationBytes === undefined ? route.family : familyOf(destinationBytes), 0);
	header.writeUInt8(destination?.length ?? 0, 1);
	// a table of more than eight bits is in its attribute only
	header.writeUInt8(route.table < 256 ? route.table : 0, 4);
	header.writeUInt8(route.protocol, 5);
	header.writeUInt8(route.scope, 6);
	header.writeUInt8(route.type, 7);
	header.writeUInt32LE(route.flags, 8);
	return Buffer.concat([
		header,
		attribute(rta.destination, destinationBytes),
		attribute(rta.preferredSource, optionalAddress(route.source)),
		attribute(rta.gateway, optionalAddress(route.gateway)),
		attribute(rta.outLink, route.outLinkIndex === 0 ? undefined : route.outLinkIndex),
		attribute(rta.priority, route.priority === 0 ? undefined : route.priority),
		attribute(rta.table, route.table),
		attribute(rta.metrics, route.mtu === 0 ? undefined : [attribute(metricMtu, route.mtu)]),
	]);
}

function optionalAddress(text: string): Buffer | undefined {
	return text === '' ? undefined : bytesOfAddress(text);
}

/** struct rtmsg of rtnetlink(7). */
const headerSize = 12;

/** RTA_* and RTAX_MTU of linux/rtnetlink.h. */
const rta = { destination: 1, outLink: 4, gateway: 5, priority: 6, preferredSource: 7, metrics: 8, table: 15 } as const;
const metricMtu = 2;
