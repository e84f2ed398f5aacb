import { LinuxError } from '../errors.ts';
import { bytesOfHardwareAddress, hardwareAddressFrom } from './address-bytes.ts';
import { type Attributes, attribute, numberIn, readAttributeList, readAttributes, textIn } from './attributes.ts';
import { encodeLinkData, type LinkData, readLinkData } from './link-data.ts';

/** A network interface as rtnetlink(7) tells it. Types, flags and states are the kernel's numbers. */
export interface Link {
	readonly index: number;
	readonly name: string;
	/** ARPHRD_* */
	readonly type: number;
	/** IFF_* */
	readonly flags: number;
	readonly hardwareAddress: string;
	readonly broadcastAddress: string;
	/** The address that the hardware came with; empty for a virtual link. */
	readonly permanentAddress: string;
	readonly mtu: number;
	readonly queueDiscipline: string;
	/** IF_OPER_* */
	readonly operationalState: number;
	/** The link that this one is on, or its other end: IFLA_LINK. 0 for none. */
	readonly parentIndex: number;
	/** The bond, bridge or VRF that this link belongs to; 0 for none. */
	readonly masterIndex: number;
	readonly alias: string;
	readonly alternativeNames: readonly string[];
	/** `bridge`, `vlan`, …; empty for hardware. */
	readonly kind: string;
	readonly slaveKind: string;
	readonly data: LinkData;
}

/** What to make of a link, or to change of it. What is not there stays. */
export interface LinkChange {
	readonly name?: string;
	readonly up?: boolean;
	readonly multicast?: boolean;
	readonly mtu?: number;
	readonly hardwareAddress?: string;
	readonly alias?: string;
	/** 0 takes the link out of its master. */
	readonly masterIndex?: number;
	readonly parentIndex?: number;
	/** The network that the link goes to: an open file of /proc/PID/ns/net. */
	readonly networkNamespace?: number;
	readonly kind?: string;
	readonly data?: LinkData;
	/** The other end of a new veth. */
	readonly peerName?: string;
}

/** Reads the body of RTM_NEWLINK. Throws LinuxError "malformed". */
export function readLink(body: Buffer): Link {
	if (body.length < headerSize) throw new LinuxError('malformed', `a link of ${body.length} bytes`);
	const attributes = readAttributes(body.subarray(headerSize));
	const info: Attributes = readAttributes(attributes.get(ifla.linkInfo) ?? Buffer.alloc(0));
	const kind = textIn(info.get(ifla.infoKind));
	return {
		index: body.readInt32LE(4),
		name: textIn(attributes.get(ifla.name)),
		type: body.readUInt16LE(2),
		flags: body.readUInt32LE(8),
		hardwareAddress: hardwareAddressFrom(attributes.get(ifla.address)),
		broadcastAddress: hardwareAddressFrom(attributes.get(ifla.broadcast)),
		permanentAddress: hardwareAddressFrom(attributes.get(ifla.permanentAddress)),
		mtu: numberIn(attributes.get(ifla.mtu)) ?? 0,
		queueDiscipline: textIn(attributes.get(ifla.queueDiscipline)),
		operationalState: numberIn(attributes.get(ifla.operationalState)) ?? 0,
		parentIndex: numberIn(attributes.get(ifla.link)) ?? 0,
		masterIndex: numberIn(attributes.get(ifla.master)) ?? 0,
		alias: textIn(attributes.get(ifla.alias)),
		alternativeNames: readAttributeList(attributes.get(ifla.propertyList) ?? Buffer.alloc(0))
			.filter(([type]) => type === ifla.alternativeName)
			.map(([, value]) => textIn(value)),
		kind,
		slaveKind: textIn(info.get(ifla.infoSlaveKind)),
		data: readLinkData(kind, info.get(ifla.infoData)),
	};
}

/** The body of RTM_NEWLINK, RTM_SETLINK and RTM_DELLINK. `index` is 0 for a link that is not there yet. */
export function encodeLink(index: number, change: LinkChange): Buffer {
	const { up, multicast, kind, data, hardwareAddress, peerName } = change;
	const header = Buffer.alloc(headerSize);
	header.writeInt32LE(index, 4);
	header.writeUInt32LE((up === true ? linkFlags.up : 0) | (multicast === true ? linkFlags.multicast : 0), 8);
	header.writeUInt32LE((up === undefined ? 0 : linkFlags.up) | (multicast === undefined ? 0 : linkFlags.multicast), 12);
	const peer =
		peerName === undefined ? undefined : attribute(peerOfVeth, Buffer.concat([Buffer.alloc(headerSize), attribute(ifla.name, peerName)]));
	const content = peer === undefined ? encodeLinkData(data ?? {}) : [peer];
	return Buffer.concat([
		header,
		attribute(ifla.name, change.name),
		attribute(ifla.mtu, change.mtu),
		attribute(ifla.address, hardwareAddress === undefined ? undefined : bytesOfHardwareAddress(hardwareAddress)),
		attribute(ifla.alias, change.alias),
		attribute(ifla.master, change.masterIndex),
		attribute(ifla.link, change.parentIndex),
		attribute(ifla.networkNamespace, change.networkNamespace),
		attribute(
			ifla.linkInfo,
			kind === undefined
				? undefined
				: [attribute(ifla.infoKind, kind), attribute(ifla.infoData, content.length === 0 ? undefined : content)],
		),
	]);
}

/** IFF_* of netdevice(7). */
export const linkFlags = { up: 0x1, loopback: 0x8, multicast: 0x1000 } as const;

/** struct ifinfomsg of rtnetlink(7). */
const headerSize = 16;

/** IFLA_* and IFLA_INFO_* of linux/if_link.h. */
const ifla = {
	address: 1,
	broadcast: 2,
	name: 3,
	mtu: 4,
	link: 5,
	queueDiscipline: 6,
	master: 10,
	operationalState: 16,
	linkInfo: 18,
	alias: 20,
	networkNamespace: 28,
	propertyList: 52,
	alternativeName: 53,
	permanentAddress: 54,
	infoKind: 1,
	infoData: 2,
	infoSlaveKind: 4,
} as const;

/** VETH_INFO_PEER of linux/veth.h. */
const peerOfVeth = 1;
