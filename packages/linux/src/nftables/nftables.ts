import { attribute, be32, readAttributes, textIn } from '../netlink/attributes.ts';
import { flags, type Message } from '../netlink/message.ts';
import { families, NetlinkSocket } from '../netlink/socket.ts';
import { type Expression, encodeExpression, verdicts } from './expression.ts';
import { encodeSet } from './set.ts';

/** The packet filter of the kernel. Every method throws LinuxError with what the kernel says against it. */
export interface NfTables {
	/** Names of the tables for IPv4 and IPv6 together. */
	tables(): readonly string[];
	/** Makes a table for IPv4 and IPv6 together be this, in one step: no packet sees a part of it. */
	replaceTable(table: NfTable): void;
	/** "not-found" when there is none. */
	removeTable(name: string): void;
	close(): void;
}

export interface NfTable {
	readonly name: string;
	readonly chains: readonly NfChain[];
}

/** A chain that packets pass at a hook. */
export interface NfChain {
	readonly name: string;
	/** `filter`, `nat`, `route` */
	readonly type: string;
	/** NF_INET_* */
	readonly hook: number;
	/** Chains of a hook are passed from the least on. */
	readonly priority: number;
	/** What happens to a packet that passes all rules. */
	readonly policy: keyof typeof verdicts;
	readonly rules: readonly (readonly Expression[])[];
}

/** The filter of the calling thread's network namespace. Throws LinuxError "not-supported" when the kernel has none. */
export function openNfTables(): NfTables {
	const socket = new NetlinkSocket(families.netfilter);
	socket.reserveSending(sendBuffer);
	return {
		tables: () =>
			socket
				.list('tables of nftables', subsystem | message.getTable, header(internet))
				.map(({ body }) => textIn(readAttributes(body.subarray(headerSize)).get(1))),
		replaceTable: (table) => socket.batch(`set the table ${table.name}`, replacement(table)),
		removeTable: (name) => socket.batch(`remove the table ${name}`, batch([change(message.deleteTable, 0, attribute(1, name))])),
		close: () => socket.close(),
	};
}

/** The messages that make a table be what it shall, whether it is there or not. */
export function replacement({ name, chains }: NfTable): readonly Omit<Message, 'sequence'>[] {
	const changes: Omit<Message, 'sequence'>[] = [];
	let sets = 0;
	for (const { rules, ...chain } of chains) {
		changes.push(change(message.newChain, flags.create, encodeChain(name, chain)));
		for (const rule of rules) {
			const expressions = rule.map((expression) =>
				encodeExpression(expression, (set) => {
					const [made, ...filled] = encodeSet(name, ++sets, set);
					changes.push(
						change(message.newSet, flags.create, made),
						...filled.map((part) => change(message.newElements, flags.create, part)),
					);
					return sets;
				}),
			);
			const body = Buffer.concat([attribute(1, name), attribute(2, chain.name), attribute(4, expressions)]);
			changes.push(change(message.newRule, flags.create | flags.append, body));
		}
	}
	const table = attribute(1, name);
	// what is not there cannot be removed
	return batch([
		change(message.newTable, flags.create, table),
		change(message.deleteTable, 0, table),
		change(message.newTable, flags.create, table),
		...changes,
	]);
}

function encodeChain(table: string, { name, type, hook, priority, policy }: Omit<NfChain, 'rules'>): Buffer {
	return Buffer.concat([
		attribute(1, table),
		attribute(3, name),
		attribute(4, [attribute(1, be32(hook)), attribute(2, be32(priority))]),
		attribute(5, be32(verdicts[policy])),
		attribute(7, type),
	]);
}

/** One transaction (linux/netfilter/nfnetlink.h), acknowledged at its end. */
function batch(changes: readonly Omit<Message, 'sequence'>[]): readonly Omit<Message, 'sequence'>[] {
	const bound = (type: number) => ({ type, flags: flags.request, body: header(0, subsystem >> 8) });
	const last = changes.length - 1;
	return [
		bound(message.begin),
		...changes.map((one, at) => (at === last ? { ...one, flags: one.flags | flags.acknowledge } : one)),
		bound(message.end),
	];
}

function change(type: number, more: number, attributes: Buffer): Omit<Message, 'sequence'> {
	return { type: subsystem | type, flags: flags.request | more, body: Buffer.concat([header(internet), attributes]) };
}

/** struct nfgenmsg: family, version, and a number in the order of the network. */
function header(family: number, resource = 0): Buffer {
	return Buffer.of(family, 0, resource >> 8, resource & 0xff);
}

const headerSize = 4;

/** NFPROTO_INET; NFNL_SUBSYS_NFTABLES, in the upper byte of a message's type. */
const internet = 1;
const subsystem = 10 << 8;

/** NFNL_MSG_BATCH_* and NFT_MSG_* of linux/netfilter. */
const message = {
	begin: 16,
	end: 17,
	newTable: 0,
	getTable: 1,
	deleteTable: 2,
	newChain: 3,
	newRule: 6,
	newSet: 9,
	newElements: 12,
} as const;

/** Bytes. A batch is sent in one piece (upstream: nfTablesSocketBufferSize). */
const sendBuffer = 8 * 1024 * 1024;
