import { attribute, numberIn, readAttributeList, readAttributes, textIn, u16 } from './attributes.ts';
import { families, NetlinkSocket } from './socket.ts';

/** A family of generic netlink: its number in this kernel, and those of its multicast groups by name. */
export interface GenericFamily {
	readonly id: number;
	readonly groups: ReadonlyMap<string, number>;
}

/** Looks a family up by its name. Throws LinuxError "not-found" when this kernel does not have it. */
export function genericFamily(socket: NetlinkSocket, name: string): GenericFamily {
	const answers = genericRequest(socket, {
		what: `find the netlink family ${name}`,
		family: controllerId,
		command: getFamily,
		version: controllerVersion,
		attributes: [attribute(familyName, name)],
	});
	const attributes = readAttributes(answers[0] ?? Buffer.alloc(0));
	const groups = readAttributeList(attributes.get(multicastGroups) ?? Buffer.alloc(0)).map(([, group]) => {
		const of = readAttributes(group);
		return [textIn(of.get(groupName)), numberIn(of.get(groupId)) ?? 0] as const;
	});
	return { id: numberIn(attributes.get(familyId)) ?? 0, groups: new Map(groups) };
}

/** A command of a family. */
export interface GenericCommand {
	/** What is tried, for messages of errors. */
	readonly what: string;
	readonly family: number;
	readonly command: number;
	readonly version: number;
	readonly attributes: readonly Buffer[];
}

/** Sends a command; returns the attributes of each answer. */
export function genericRequest(socket: NetlinkSocket, command: GenericCommand): readonly Buffer[] {
	return socket.request(command.what, command.family, bodyOf(command)).map(({ body }) => body.subarray(headerSize));
}

/** The same for a list, which may come in several answers. */
export function genericList(socket: NetlinkSocket, command: GenericCommand): readonly Buffer[] {
	return socket.list(command.what, command.family, bodyOf(command)).map(({ body }) => body.subarray(headerSize));
}

function bodyOf({ command, version, attributes }: GenericCommand): Buffer {
	return Buffer.concat([Buffer.of(command, version), u16(0), ...attributes]);
}

/** struct genlmsghdr of linux/genetlink.h. */
const headerSize = 4;

export function openGeneric(): NetlinkSocket {
	return new NetlinkSocket(families.generic);
}

/** GENL_ID_CTRL, CTRL_CMD_GETFAMILY, CTRL_ATTR_* of linux/genetlink.h. */
const controllerId = 16;
const controllerVersion = 2;
const getFamily = 3;
const familyId = 1;
const familyName = 2;
const multicastGroups = 7;
const groupName = 1;
const groupId = 2;
