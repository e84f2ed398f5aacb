import { RoomError } from '@ichor/std';

/** malformed: it cannot be read; unanswered: nobody has answered in time; refused: a server says that the address is not ours. */
export type Dhcp4ErrorCode = 'malformed' | 'unanswered' | 'refused';

export class Dhcp4Error extends RoomError<Dhcp4ErrorCode> {}

/** A message of DHCP (RFC 2131). Addresses are text; those that are not there are 0.0.0.0. */
export interface Dhcp4Message {
	/** BOOTREQUEST or BOOTREPLY. */
	readonly operation: 1 | 2;
	/** Tells the exchange: 32 bits. */
	readonly transaction: number;
	/** Seconds since the client has begun to ask. */
	readonly seconds: number;
	/** The client's own address, which it can be reached at. */
	readonly clientAddress: string;
	/** The address that is offered or given. */
	readonly yourAddress: string;
	/** Of Ethernet: `02:00:00:00:00:01`. */
	readonly hardwareAddress: string;
	/** By their codes (RFC 2132). */
	readonly options: ReadonlyMap<number, Buffer>;
}

export function encodeMessage(message: Dhcp4Message): Buffer {
	const head = Buffer.alloc(optionsAt);
	head.writeUInt8(message.operation, 0);
	head.writeUInt8(ethernet, 1);
	head.writeUInt8(hardwareSize, 2);
	head.writeUInt32BE(message.transaction >>> 0, 4);
	head.writeUInt16BE(Math.min(message.seconds, 0xffff), 8);
	addressBytes(message.clientAddress).copy(head, 12);
	addressBytes(message.yourAddress).copy(head, 16);
	Buffer.from(message.hardwareAddress.replaceAll(':', ''), 'hex').copy(head, 28);
	head.writeUInt32BE(magic, optionsAt - 4);
	const encoded = [...message.options].flatMap(([code, value]) => {
		// what does not fit into one goes on in the next of the same code (RFC 3396)
		const parts = Math.max(1, Math.ceil(value.length / longestOption));
		return Array.from({ length: parts }, (_, at) => {
			const part = value.subarray(at * longestOption, (at + 1) * longestOption);
			return Buffer.concat([Buffer.of(code, part.length), part]);
		});
	});
	const whole = Buffer.concat([head, ...encoded, Buffer.of(option.end)]);
	return Buffer.concat([whole, Buffer.alloc(Math.max(0, leastSize - whole.length))]);
}

/** Throws Dhcp4Error "malformed". */
export function readMessage(bytes: Buffer): Dhcp4Message {
	if (bytes.length < optionsAt || bytes.readUInt32BE(optionsAt - 4) !== magic) throw malformed('it is no message of DHCP');
	const operation = bytes.readUInt8(0);
	if (operation !== 1 && operation !== 2) throw malformed(`its operation is ${operation}`);
	if (bytes.readUInt8(1) !== ethernet || bytes.readUInt8(2) !== hardwareSize) throw malformed('it is not for Ethernet');
	const options = new Map<number, Buffer>();
	readOptions(bytes.subarray(optionsAt), options);
	const overload = options.get(option.overload)?.at(0) ?? 0;
	if ((overload & 1) !== 0) readOptions(bytes.subarray(fileAt, fileAt + fileSize), options);
	if ((overload & 2) !== 0) readOptions(bytes.subarray(serverNameAt, fileAt), options);
	return {
		operation,
		transaction: bytes.readUInt32BE(4),
		seconds: bytes.readUInt16BE(8),
		clientAddress: addressText(bytes.subarray(12, 16)),
		yourAddress: addressText(bytes.subarray(16, 20)),
		hardwareAddress: [...bytes.subarray(28, 28 + hardwareSize)].map((byte) => byte.toString(16).padStart(2, '0')).join(':'),
		options,
	};
}

/** Addresses one after another; what is left over at the end is none. */
export function addressesIn(value: Buffer | undefined): readonly string[] {
	if (value === undefined) return [];
	return Array.from({ length: Math.floor(value.length / 4) }, (_, at) => addressText(value.subarray(at * 4, at * 4 + 4)));
}

export function addressText(bytes: Buffer): string {
	return [...bytes].join('.');
}

export function addressBytes(address: string): Buffer {
	return Buffer.from(address.split('.').map(Number));
}

/** Codes of options: RFC 2132, and RFC 3442 for the routes without classes. */
export const option = {
	pad: 0,
	subnetMask: 1,
	routers: 3,
	nameServers: 6,
	hostname: 12,
	domainName: 15,
	mtu: 26,
	timeServers: 42,
	requestedAddress: 50,
	leaseTime: 51,
	overload: 52,
	messageType: 53,
	server: 54,
	wantedOptions: 55,
	renewalTime: 58,
	rebindingTime: 59,
	clientIdentifier: 61,
	domainSearch: 119,
	classlessRoutes: 121,
	end: 255,
} as const;

/** Values of option 53. */
export const messageTypes = { discover: 1, offer: 2, request: 3, decline: 4, acknowledge: 5, refuse: 6 } as const;

function readOptions(bytes: Buffer, into: Map<number, Buffer>): void {
	for (let at = 0; at < bytes.length; ) {
		const code = bytes.readUInt8(at);
		if (code === option.end) return;
		if (code === option.pad) {
			at++;
			continue;
		}
		const length = at + 1 < bytes.length ? bytes.readUInt8(at + 1) : Number.POSITIVE_INFINITY;
		if (at + 2 + length > bytes.length) throw malformed(`its option ${code} does not fit`);
		into.set(code, Buffer.concat([into.get(code) ?? Buffer.alloc(0), bytes.subarray(at + 2, at + 2 + length)]));
		at += 2 + length;
	}
}

function malformed(reason: string): Dhcp4Error {
	return new Dhcp4Error('malformed', `cannot read a DHCP message: ${reason}`);
}

/** Of RFC 2131, section 2: where the fields are, and the cookie before the options; ARPHRD_ETHER. */
const serverNameAt = 44;
const fileAt = 108;
const fileSize = 128;
const optionsAt = 240;
const magic = 0x63825363;
const ethernet = 1;
const hardwareSize = 6;
const longestOption = 255;
/** Bytes: relays drop what is shorter than a message of BOOTP (RFC 1542, section 2.1). */
const leastSize = 300;
