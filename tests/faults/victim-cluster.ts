import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplyConfigurationRequest_Mode as Mode, ResetRequest_WipeMode as WipeMode } from '@ichor/api/machine';
import { issueKeyPair } from '@ichor/machinery/pki';
import { activeConfigId, MachineConfig } from '@ichor/machinery/resources';
import { decodeSecrets } from '@ichor/machinery/secrets';
import { SupervisorClient } from '@ichor/provision';
import { type Channel, type ClientTls, openChannel } from '@ichor/rpc';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import type { StartedCluster } from '../integration/started-cluster.ts';

/** A machine of the cluster, as its host sees it. */
export interface Victim {
	readonly name: string;
	readonly address: string;
	/** Of its PID 1. */
	readonly pid: number;
}

/** The cluster that faults are done to, with everything that tells whether it is well. */
export class VictimCluster {
	readonly context: Context;
	readonly started: StartedCluster;
	readonly supervisor: SupervisorClient;
	readonly addresses: readonly string[];
	readonly #etcdTls: ClientTls;

	private constructor(context: Context, started: StartedCluster, addresses: readonly string[], etcdTls: ClientTls) {
		this.context = context;
		this.started = started;
		this.supervisor = new SupervisorClient(started.folder);
		this.addresses = addresses;
		this.#etcdTls = etcdTls;
	}

	static async of(context: Context, started: StartedCluster, addresses: readonly string[]): Promise<VictimCluster> {
		const { certs } = decodeSecrets(await readFile(join(started.folder.path, 'secrets.yaml')));
		const authority = certs?.etcd;
		if (authority === undefined) throw new Error('the secrets of the cluster have no authority for etcd');
		const now = Date.now();
		const { crt, key } = await issueKeyPair(
			authority,
			{ commonName: ['faults'] },
			{
				notBefore: new Date(now - 60_000),
				notAfter: new Date(now + 24 * 3_600_000),
				keyUsage: ['digitalSignature'],
				extendedKeyUsage: ['clientAuth'],
			},
		);
		return new VictimCluster(context, started, addresses, { trust: [authority.crt], identity: { certificate: crt, key } });
	}

	async victims(): Promise<readonly Victim[]> {
		const statuses = await this.supervisor.nodes(this.context);
		return statuses.flatMap(({ name, address, pid }) => (pid === undefined ? [] : [{ name, address, pid }]));
	}

	/** @throws Error for a machine that does not run */
	async victim(name: string): Promise<Victim> {
		const found = (await this.victims()).find((victim) => victim.name === name);
		if (found === undefined) throw new Error(`${name} does not run`);
		return found;
	}

	/** To one member, whoever leads. Close it. */
	etcd(address: string): Channel {
		return openChannel(`${address}:2379`, { tls: this.#etcdTls });
	}

	/** The configuration that a node runs with. */
	async configOf(address: string): Promise<string> {
		const { resource } = await this.started.talos
			.node(address)
			.state.get(MachineConfig.pointer(activeConfigId), { signal: this.context.signal, timeout: callTimeout });
		return MachineConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
	}

	/** Gives a node another configuration, at once. */
	async apply(address: string, config: string): Promise<void> {
		const request = { data: new TextEncoder().encode(config), mode: Mode.NO_REBOOT };
		await this.started.talos.node(address).machine.applyConfiguration(request, { signal: this.context.signal, timeout: 4 * callTimeout });
	}

	/**
	 * Waits for something.
	 *
	 * @param what for the error when it does not come
	 */
	async waitFor<Result>(what: string, seconds: number, probe: () => Promise<Result | undefined>): Promise<Result> {
		try {
			return await waitFor(withTimeout(this.context, seconds * 1000), probe, 200);
		} catch (error) {
			throw new Error(`waited ${seconds} s for ${what}: ${messageOf(error)}`, { cause: error });
		}
	}

	/** Waits until every node answers and etcd has a voter on each. */
	async well(seconds = 120): Promise<void> {
		await this.waitFor('every node to answer and to vote', seconds, async () => {
			const options = { signal: this.context.signal, timeout: callTimeout };
			const answers = await Promise.all(
				this.addresses.map(async (address) => {
					const { machine } = this.started.talos.node(address);
					const [list] = await Promise.all([machine.etcdMemberList({}, options), machine.etcdStatus({}, options)]).catch(() => []);
					return list?.messages[0]?.members.filter(({ isLearner }) => !isLearner).length ?? 0;
				}),
			);
			return answers.every((voters) => voters === this.addresses.length) ? true : undefined;
		});
	}
}

/** What `reset` asks for: a node without its data that boots again. */
export const wipedAndBooted = {
	reboot: true,
	mode: WipeMode.SYSTEM_DISK,
	systemPartitionsToWipe: [{ label: 'EPHEMERAL', wipe: true }],
};

/** Milliseconds that a healthy node needs for no call. */
export const callTimeout = 5000;
