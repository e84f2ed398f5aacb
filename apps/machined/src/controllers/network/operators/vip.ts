import { campaign } from '@ichor/etcd';
import type { AddressSpecSpec, OperatorSpecSpec } from '@ichor/machinery/resources';
import { type Context, messageOf, pause } from '@ichor/std';
import type { OperatorPorts } from '../operator-spec.ts';

/** An operator that runs. */
export interface RunningOperator {
	/** The addresses that it wants now. */
	addresses(): readonly AddressSpecSpec[];
	/** Ends it; what it wanted it does not want any more from now on. */
	stop(): void;
}

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
	const isIPv6 = ip.includes(':');
	const spec: AddressSpecSpec = {
		address: `${ip}/${isIPv6 ? 128 : 32}`,
		linkName,
		family: isIPv6 ? 'inet6' : 'inet4',
		scope: 'global',
		flags: 'permanent',
		...(gratuitousARP && !isIPv6 ? { announceWithARP: true } : {}),
		layer: 'operator',
	};
	let holds = false;
	const incumbent = {
		take() {
			holds = true;
			context.log('info', 'enabled shared IP', { link: linkName, ip });
			onChange();
		},
		leave() {
			holds = false;
			context.log('info', 'removing shared IP', { link: linkName, ip });
			onChange();
		},
	};
	dropLeftover();
	void run();
	return { addresses: () => (holds ? [spec] : []), stop: () => life.abort() };

	/** A machined that was killed has left the address on its link, and is not its incumbent any more. */
	function dropLeftover(): void {
		const index = ports.kernel.links().find(({ name }) => name === linkName)?.index;
		const leftover = ports.kernel.addresses().find((one) => one.linkIndex === index && one.address === spec.address);
		if (leftover !== undefined) ports.kernel.removeAddress(leftover);
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
