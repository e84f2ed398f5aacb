import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuv';
const machine = randomBytes(5);
let counter = randomBytes(3).readUIntBE(0, 3);

/** An identifier that sorts by its time: 12 bytes (seconds, machine and process, counter) in 20 characters (xid). */
export function nextEventId(now: number = Date.now()): string {
	counter = (counter + 1) & 0xffffff;
	const bytes = Buffer.alloc(12);
	bytes.writeUInt32BE(Math.floor(now / 1000), 0);
	machine.copy(bytes, 4);
	bytes.writeUIntBE(counter, 9, 3);
	let bits = '';
	for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
	bits = bits.padEnd(100, '0');
	let text = '';
	for (let at = 0; at < bits.length; at += 5) text += alphabet[Number.parseInt(bits.slice(at, at + 5), 2)];
	return text;
}

/** The second in which an event was made, since 1970. */
export function eventTime(id: string): number {
	let bits = '';
	for (const character of id.slice(0, 7)) bits += Math.max(alphabet.indexOf(character), 0).toString(2).padStart(5, '0');
	return Number.parseInt(bits.slice(0, 32), 2);
}
