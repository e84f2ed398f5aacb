import type { RouteNetlink } from '@ichor/linux/netlink';
import type { HostnameStatusSpec, OperatorSpecSpec } from '@ichor/machinery/resources';
import { type Context, messageOf, pause } from '@ichor/std';
import { linkNamed } from '../link-names.ts';
import { clientOptions } from './dhcp4/client-options.ts';
import { Conversation } from './dhcp4/conversation.ts';
import { type Dhcp4Lease, readLease } from './dhcp4/lease.ts';
import { Dhcp4Error, type Dhcp4Message } from './dhcp4/message.ts';
import type { Dhcp4Ports } from './dhcp4/ports.ts';
import type { OperatorWishes, RunningOperator } from './running-operator.ts';

export interface Dhcp4Options {
	readonly linkName: string;
	readonly dhcp4: NonNullable<OperatorSpecSpec['dhcp4']>;
	readonly kernel: RouteNetlink;
	readonly ports: Dhcp4Ports;
	/** Something else is wanted now. */
	readonly onChange: () => void;
}

/**
 * Asks for an address and keeps it (RFC 2131). What a server has given stays wanted when nobody renews it, as upstream:
 * a machine without its address is of less use than one whose server is away.
 *
 * The machine's name is sent, or the server asked for one, never both in one exchange: there are servers that give back
 * whatever name they hear. The first exchange asks; a name that comes from elsewhere begins another one that sends it.
 */
export function startDhcp4(context: Context, { linkName, dhcp4, kernel, ports, onChange }: Dhcp4Options): RunningOperator {
	const life = new AbortController();
	const running: Context = { ...context, signal: AbortSignal.any([context.signal, life.signal]) };
	let wishes: OperatorWishes = {};
	let hostname: HostnameStatusSpec | undefined;
	/** The name that the last exchange knew of. */
	let told: HostnameStatusSpec | undefined;
	let rename = new AbortController();
	/** When this machine began to ask for the lease that it has not got yet. */
	let asking = Date.now();
	const ended = run();
	return {
		wishes: () => wishes,
		hostnameIs(name) {
			if (nameOf(name) === nameOf(hostname)) return;
			hostname = name;
			rename.abort();
		},
		async stop() {
			life.abort();
			await ended;
		},
	};

	async function run(): Promise<void> {
		for (let before: string | undefined; !running.signal.aborted; ) {
			try {
				const lease = await acquire(before);
				before = lease.address;
				await hold(lease);
			} catch (error) {
				if (running.signal.aborted) return;
				if (error instanceof Dhcp4Error && error.code === 'refused') before = undefined;
				context.log('warn', 'DHCP request/renew failed', { link: linkName, error: messageOf(error) });
				await rest(retryInterval).catch(() => undefined);
			}
		}
	}

	/** Asks everybody for an address, best for the one that was had before. */
	async function acquire(before: string | undefined): Promise<Dhcp4Lease> {
		const { index } = link();
		return await converse(
			(onDatagram) => ports.openLink(index, onDatagram),
			async (conversation) => await conversation.accept(running, await conversation.discover(running, before)),
		);
	}

	/** Keeps a lease until it is over, or until the machine has another name to tell. */
	async function hold(first: Dhcp4Lease): Promise<void> {
		let lease = first;
		let since = Date.now();
		const age = () => (Date.now() - since) / 1000;
		let next = lease.renewAfter;
		while (!running.signal.aborted && age() < lease.endsAfter) {
			if (await rest((next - age()) * 1000)) break;
			if (age() >= lease.endsAfter) break;
			if (next === lease.renewAfter) asking = Date.now();
			try {
				lease = await renew(lease, age() >= lease.rebindAfter);
				since = Date.now();
				next = lease.renewAfter;
			} catch (error) {
				if (!(error instanceof Dhcp4Error) || error.code !== 'unanswered') throw error;
				// half of what is left, as RFC 2131, section 4.4.5, wants it
				const end = age() < lease.rebindAfter ? lease.rebindAfter : lease.endsAfter;
				next = age() + Math.max((end - age()) / 2, retryInterval / 1000);
				context.log('warn', 'DHCP request/renew failed', { link: linkName, error: messageOf(error) });
			}
		}
		asking = Date.now();
	}

	/** Asks whoever has given the lease, or, when that one is silent for too long, everybody. */
	async function renew({ address, server }: Dhcp4Lease, everybody: boolean): Promise<Dhcp4Lease> {
		const { index } = link();
		return await converse(
			(onDatagram) => (everybody || server === '' ? ports.openLink(index, onDatagram) : ports.openServer(address, server, onDatagram)),
			async (conversation) => await conversation.keep(running, address),
		);
	}

	async function converse(
		open: Parameters<Conversation['over']>[0],
		exchange: (conversation: Conversation) => Promise<Dhcp4Message>,
	): Promise<Dhcp4Lease> {
		const { hardwareAddress } = link();
		const asksForName = !sendsName() && dhcp4.skipHostnameRequest !== true;
		const seconds = Math.floor((Date.now() - asking) / 1000);
		const options = clientOptions(dhcp4, hardwareAddress, asksForName ? undefined : (told ?? nameless));
		const conversation = new Conversation({ hardwareAddress, seconds, options });
		try {
			await conversation.over(open);
			const { routeMetric, skipRoutes = false } = dhcp4;
			const lease = readLease(await exchange(conversation), { linkName, routeMetric, skipRoutes });
			// who was not asked for a name has given none
			wishes = asksForName ? lease.wishes : { ...lease.wishes, hostnames: wishes.hostnames ?? [] };
			context.log('info', 'DHCP ACK', { link: linkName, address: lease.address, server: lease.server, seconds: lease.endsAfter });
			onChange();
			return lease;
		} finally {
			conversation.close();
		}
	}

	function link(): { index: number; hardwareAddress: string } {
		const found = linkNamed(kernel, linkName);
		if (found === undefined) throw new Dhcp4Error('unanswered', `there is no link ${linkName} to ask on`);
		return found;
	}

	/** Whether the machine has a name that no server has given it. */
	function sendsName(): boolean {
		return told !== undefined && told.hostname !== '' && !isGiven(told);
	}

	function isGiven(name: HostnameStatusSpec): boolean {
		return wishes.hostnames?.some((one) => nameOf(one) === nameOf(name)) === true;
	}

	/** Waits. True when the machine has meanwhile got another name, which servers must hear. */
	async function rest(milliseconds: number): Promise<boolean> {
		for (let left = milliseconds, end = Date.now() + milliseconds; ; left = end - Date.now()) {
			if (nameOf(hostname) !== nameOf(told)) {
				// names come in steps: the last one of a second counts
				await pause(running, settleTime);
				const isFirst = told === undefined;
				told = hostname;
				if (!isFirst || told === undefined || !isGiven(told)) return true;
			}
			if (left <= 0) return false;
			rename = new AbortController();
			const resting = { ...running, signal: AbortSignal.any([running.signal, rename.signal]) };
			await pause(resting, Math.min(left, longestTimer)).catch(() => running.signal.throwIfAborted());
		}
	}
}

function nameOf(name: { readonly hostname: string; readonly domainname: string } | undefined): string {
	return name === undefined ? '' : `${name.hostname}.${name.domainname}`;
}

const nameless: HostnameStatusSpec = { hostname: '', domainname: '' };

/** Milliseconds: as upstream (operator/dhcp4.go). */
const retryInterval = 5000;
const settleTime = 1000;
/** setTimeout(3) of Node takes 31 bits. */
const longestTimer = 0x7fffffff;
