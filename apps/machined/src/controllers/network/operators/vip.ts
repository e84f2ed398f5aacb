import { campaign } from '@ichor/etcd';
import type { AddressSpecSpec, OperatorSpecSpec } from '@ichor/machinery/resources';
import { type Context, messageOf, rest } from '@ichor/std';
import type { OperatorPorts } from '../operator-spec.ts';
import { HeldAddress } from './held-address.ts';
import { watchOwnServer } from './own-server.ts';
import type { RunningOperator } from './running-operator.ts';

export interface VipOptions {
	readonly spec: OperatorSpecSpec;
	readonly vip: NonNullable<OperatorSpecSpec['vip']>;
	/** Who this machine is in the election. */
	readonly candidate: string;
	/** Where this machine's own API server listens, if it has one: what the address is for. */
	readonly serverPort: number | undefined;
	readonly ports: OperatorPorts;
	/** Something else is wanted now. */
	readonly onChange: () => void;
}

/**
 * Campaigns for an address that machines share, again and again, and wants it for as long as it is this machine's. Who has it and
 * loses its API server, as when that is upgraded, gives way to the next, as soon as the server says that it will end: upstream's
 * machines keep it, and whoever asks there is refused until their server is back. A machine that only waits for its turn goes to
 * the end of the line then.
 */
export function startVip(
	context: Context,
	{ spec: { linkName }, vip, candidate, serverPort, ports, onChange }: VipOptions,
): RunningOperator {
	const { ip, gratuitousARP } = vip;
	const routing = ports.clouds.routing(vip);
	const life = new AbortController();
	const running: Context = { ...context, signal: AbortSignal.any([context.signal, life.signal]) };
	const held = new HeldAddress(ports, linkName, ip);
	const spec: AddressSpecSpec = {
		address: held.address,
		linkName,
		family: ip.includes(':') ? 'inet6' : 'inet4',
		scope: 'global',
		// held here, from second to second
		flags: '',
		...(gratuitousARP && !ip.includes(':') ? { announceWithARP: true } : {}),
		layer: 'operator',
	};
	let holds = false;
	/** Ends the campaign that is under way, and what the cloud is being asked for it. */
	let giveUp = new AbortController();
	let left = new AbortController();
	/** What the cloud is asked to do, one after the other. */
	let asking: Promise<void> = Promise.resolve();
	const incumbent = {
		take() {
			if (routing === undefined) return begin();
			left = new AbortController();
			const { signal } = left;
			enqueue(async () => {
				try {
					await routing.acquire({ ...running, signal: AbortSignal.any([running.signal, signal]) });
					if (!signal.aborted) begin();
				} catch (error) {
					if (!signal.aborted) warn('campaign failure', error);
					// another machine may have more luck with the cloud
					giveUp.abort();
				}
			});
		},
		stay() {
			if (holds) attempt('hold', () => held.hold());
		},
		leave() {
			left.abort();
			if (holds) context.log('info', 'removing shared IP', { link: linkName, ip });
			holds = false;
			attempt('release', () => held.release());
			onChange();
			if (routing === undefined) return;
			enqueue(async () => {
				try {
					await routing.release({ ...context, signal: AbortSignal.timeout(releaseTime) });
				} catch (error) {
					context.log('warn', 'the cloud still routes the shared IP here', { link: linkName, ip, error: messageOf(error) });
				}
			});
		},
	};
	// a machined that was killed has left the address on its link, and is not its incumbent any more
	attempt('release', () => held.release());
	const ended = run();
	const watched = serverPort === undefined ? undefined : watchOwnServer(running, ports.isListening, serverPort, giveWay);
	return {
		serverLeaves: giveWay,
		wishes: () => (holds ? { addresses: [spec] } : {}),
		async stop() {
			life.abort();
			await ended;
			await asking;
			await watched;
		},
	};

	function enqueue(action: () => Promise<void>): void {
		const before = asking;
		asking = (async () => {
			await before;
			await action();
		})();
	}

	function giveWay(): void {
		if (holds) context.log('info', 'the API server of this machine goes: giving way', { link: linkName, ip });
		giveUp.abort();
	}

	function warn(message: string, error: unknown): void {
		if (!running.signal.aborted) context.log('warn', message, { link: linkName, ip, error: messageOf(error) });
	}

	function begin(): void {
		holds = true;
		attempt('hold', () => held.hold());
		context.log('info', 'enabled shared IP', { link: linkName, ip });
		onChange();
	}

	/** What the kernel refuses now it may grant the next time. */
	function attempt(what: string, action: () => void): void {
		try {
			action();
		} catch (error) {
			warn(`cannot ${what} the shared IP`, error);
		}
	}

	async function run(): Promise<void> {
		while (!running.signal.aborted) {
			try {
				giveUp = new AbortController();
				const term = { ...running, signal: AbortSignal.any([running.signal, giveUp.signal]) };
				const store = await ports.openElection();
				try {
					await campaign(term, store, { office: `${electionKey}${ip}`, candidate, leaseSeconds }, incumbent);
				} finally {
					store.close();
				}
			} catch (error) {
				if (!giveUp.signal.aborted) warn('campaign failure', error);
			}
			await rest(running, routing === undefined ? retryInterval : cloudRetryInterval);
		}
	}
}

/** As upstream's nodes have it, so that they and ours can share an address (controllers/network/operator/vip.go). */
const electionKey = 'talos:v1:vip:election:';

/** The least that etcd allows: its lease times are at least one and a half election timeouts. Upstream's is 60. */
const leaseSeconds = 2;

/** Milliseconds. */
const retryInterval = 500;
/** Clouds count how often they are asked. */
const cloudRetryInterval = 5000;
const releaseTime = 5000;
