import { LinuxError } from '../errors.ts';
import { align, readAttributes, textIn } from './attributes.ts';

/** A message of netlink(7), without its header. */
export interface Message {
	readonly type: number;
	readonly flags: number;
	readonly sequence: number;
	readonly body: Buffer;
}

/** Flags of requests (linux/netlink.h). */
export const flags = {
	request: 0x1,
	acknowledge: 0x4,
	dump: 0x300,
	/** With something new: only if it is not there, or instead of what is there, or make it. */
	exclusive: 0x200,
	replace: 0x100,
	create: 0x400,
	append: 0x800,
} as const;

/** Message types that every family has. */
export const control = { error: 2, done: 3, overrun: 4 } as const;

/** In the flags of an answer: what was listed has changed meanwhile. */
export const dumpInterrupted = 0x10;

export function encodeMessage({ type, flags: bits, sequence, body }: Message): Buffer {
	const whole = Buffer.alloc(align(headerSize + body.length));
	whole.writeUInt32LE(headerSize + body.length, 0);
	whole.writeUInt16LE(type, 4);
	whole.writeUInt16LE(bits, 6);
	whole.writeUInt32LE(sequence, 8);
	body.copy(whole, headerSize);
	return whole;
}

/** The messages of one datagram. Throws LinuxError "malformed" when a length does not fit. */
export function decodeMessages(datagram: Buffer): readonly Message[] {
	const messages: Message[] = [];
	for (let at = 0; at < datagram.length; ) {
		const left = datagram.length - at;
		const length = left < headerSize ? 0 : datagram.readUInt32LE(at);
		if (length < headerSize || length > left)
			throw new LinuxError('malformed', `a netlink message of ${length} bytes at ${at} does not fit in ${datagram.length}`);
		messages.push({
			type: datagram.readUInt16LE(at + 4),
			flags: datagram.readUInt16LE(at + 6),
			sequence: datagram.readUInt32LE(at + 8),
			body: datagram.subarray(at + headerSize, at + length),
		});
		at += align(length);
	}
	return messages;
}

/** What an error or a final message says: 0 is success, otherwise an errno and perhaps why. */
export function outcome({ type, flags: bits, body }: Message): { readonly errno: number; readonly reason: string } {
	if (body.length < 4) return { errno: 0, reason: '' };
	const errno = -body.readInt32LE();
	if (errno === 0 || (bits & extended) === 0) return { errno, reason: '' };
	// an error repeats the request, whole or (capped) only its header, before it explains itself
	const request =
		type !== control.error ? 4 : (bits & capped) !== 0 ? 4 + headerSize : 4 + align(body.length < 8 ? 0 : body.readUInt32LE(4));
	return { errno, reason: textIn(readAttributes(body.subarray(request)).get(reasonAttribute)) };
}

const headerSize = 16;
/** NLM_F_CAPPED, NLM_F_ACK_TLVS, NLMSGERR_ATTR_MSG. */
const capped = 0x100;
const extended = 0x200;
const reasonAttribute = 1;
