import { campaign } from '@ichor/etcd';
import type { AddressSpecSpec, OperatorSpecSpec } from '@ichor/machinery/resources';
import { type Context, messageOf, pause } from '@ichor/std';
import type { OperatorPorts } from '../operator-spec.ts';
import { HeldAddress } from './held-address.ts';
import type { RunningOperator } from './running-operator.ts';

export interface VipOptions {
	readonly spec: OperatorSpecSpec;
	readonly vip: NonNullable<OperatorSpecSpec['vip']>;
	/** Who this machine is in the election. */
	readonly candidate: string;
	readonly ports: OperatorPorts;
	/** Something else is wanted now. */
	readonly onChange: () => void;
}

/** Campaigns for an address that machines share, again and again, and wants it for as long as it is this machine's. */
export function startVip(
	context: Context,
	{ spec: { linkName }, vip: { ip, gratuitousARP }, candidate, ports, onChange }: VipOptions,
): RunningOperator {
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
	const incumbent = {
		take() {
			holds = true;
			attempt('hold', () => held.hold());
			context.log('info', 'enabled shared IP', { link: linkName, ip });
			onChange();
		},
		stay() {
			attempt('hold', () => held.hold());
		},
		leave() {
			holds = false;
			attempt('release', () => held.release());
			context.log('info', 'removing shared IP', { link: linkName, ip });
			onChange();
		},
	};
	// a machined that was killed has left the address on its link, and is not its incumbent any more
	attempt('release', () => held.release());
	const ended = run();
	return {
		wishes: () => (holds ? { addresses: [spec] } : {}),
		async stop() {
			life.abort();
			await ended;
		},
	};

	/** What the kernel refuses now it may grant the next time. */
	function attempt(what: string, action: () => void): void {
		try {
			action();
		} catch (error) {
			context.log('warn', `cannot ${what} the shared IP`, { link: linkName, ip, error: messageOf(error) });
		}
	}

	async function run(): Promise<void> {
		while (!running.signal.aborted) {
			try {
				const store = await ports.openElection();
				try {
					await campaign(running, store, { office: `${electionKey}${ip}`, candidate, leaseSeconds }, incumbent);
				} finally {
					store.close();
				}
			} catch (error) {
				if (!running.signal.aborted) context.log('warn', 'campaign failure', { link: linkName, ip, error: messageOf(error) });
			}
			await pause(running, retryInterval).catch(() => undefined);
		}
	}
}

/** As upstream's nodes have it, so that they and ours can share an address (controllers/network/operator/vip.go). */
const electionKey = 'talos:v1:vip:election:';

/** The least that etcd allows: its lease times are at least one and a half election timeouts. Upstream's is 60. */
const leaseSeconds = 2;

/** Milliseconds. */
const retryInterval = 500;
