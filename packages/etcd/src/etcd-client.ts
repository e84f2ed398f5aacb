import type { DescService } from '@bufbuild/protobuf';
import {
	type AlarmMember,
	AlarmRequest_AlarmAction,
	Cluster,
	DowngradeRequest_DowngradeAction,
	KV,
	Maintenance,
	type Member,
	type StatusResponse,
} from '@ichor/api/etcd';
import { type Channel, type ClientTls, createClient, fromStatus, hasRpcCode, openChannel, type RpcClient } from '@ichor/rpc';
import type { Context } from '@ichor/std';
import { tellingFailure } from './telling-failure.ts';

/** How to reach a cluster: any of its members will do. */
export interface EtcdEndpoints {
	/** `HOST:PORT` each, IPv6 in brackets. */
	readonly addresses: readonly string[];
	readonly tls: ClientTls;
}

/**
 * A client of an etcd cluster. A call goes to the first endpoint that answers; what a member answers, be it a refusal,
 * is the answer. Throws an RpcError, `unavailable` when no endpoint answers.
 */
export class EtcdClient {
	readonly #channels: readonly Channel[];

	constructor({ addresses, tls }: EtcdEndpoints) {
		this.#channels = addresses.map((address) => openChannel(address, { tls }));
	}

	async members(context: Context): Promise<readonly Member[]> {
		// linearizable: a member that lost its quorum must not tell what it remembers
		return await this.#ask(Cluster, context, async (client, options) => (await client.memberList({ linearizable: true }, options)).members);
	}

	/** Adds a member without a vote. */
	async addLearner(context: Context, peerUrls: readonly string[]): Promise<{ readonly id: bigint; readonly members: readonly Member[] }> {
		return await this.#ask(Cluster, context, async (client, options) => {
			const { member, members } = await client.memberAdd({ peerURLs: [...peerUrls], isLearner: true }, options);
			return { id: member?.ID ?? 0n, members };
		});
	}

	async promote(context: Context, id: bigint): Promise<void> {
		await this.#ask(Cluster, context, async (client, options) => void (await client.memberPromote({ ID: id }, options)));
	}

	async updatePeers(context: Context, id: bigint, peerUrls: readonly string[]): Promise<void> {
		await this.#ask(
			Cluster,
			context,
			async (client, options) => void (await client.memberUpdate({ ID: id, peerURLs: [...peerUrls] }, options)),
		);
	}

	async remove(context: Context, id: bigint): Promise<void> {
		await this.#ask(Cluster, context, async (client, options) => void (await client.memberRemove({ ID: id }, options)));
	}

	async status(context: Context): Promise<StatusResponse> {
		return await this.#ask(Maintenance, context, async (client, options) => await client.status({}, options));
	}

	async defragment(context: Context): Promise<void> {
		await this.#ask(Maintenance, context, async (client) => void (await client.defragment({}, { signal: context.signal })));
	}

	async moveLeader(context: Context, to: bigint): Promise<void> {
		await this.#ask(Maintenance, context, async (client, options) => void (await client.moveLeader({ targetID: to }, options)));
	}

	/** What members complain of: no space left, a corrupt database. */
	async alarms(context: Context): Promise<readonly AlarmMember[]> {
		return await this.#ask(
			Maintenance,
			context,
			async (client, options) => (await client.alarm({ action: AlarmRequest_AlarmAction.GET }, options)).alarms,
		);
	}

	/** Lets members work again that stopped for an alarm; returns the alarms that were disarmed. */
	async disarm(context: Context): Promise<readonly AlarmMember[]> {
		const active = await this.alarms(context);
		for (const { memberID, alarm } of active) {
			await this.#ask(Maintenance, context, async (client, options) => {
				await client.alarm({ action: AlarmRequest_AlarmAction.DEACTIVATE, memberID, alarm }, options);
			});
		}
		return active;
	}

	/**
	 * Judges, begins or cancels the way to an earlier minor version.
	 *
	 * @param version `MAJOR.MINOR`; empty to cancel
	 * @returns the version of the cluster
	 */
	async downgrade(context: Context, action: 'validate' | 'enable' | 'cancel', version: string): Promise<string> {
		return await this.#ask(
			Maintenance,
			context,
			async (client, options) => (await client.downgrade({ action: downgradeActions[action], version }, options)).version,
		);
	}

	/** The whole database as etcd writes it, its SHA-256 at the end. */
	async *snapshot(context: Context): AsyncGenerator<Uint8Array> {
		const [channel] = this.#channels;
		if (channel === undefined) throw noEndpoint();
		for await (const { blob } of createClient(Maintenance, channel).snapshot({}, { signal: context.signal })) yield blob;
	}

	/** Whether the cluster answers a read that needs its quorum; the key need not be there. */
	async healthy(context: Context): Promise<boolean> {
		try {
			await this.#ask(
				KV,
				context,
				async (client, options) => void (await client.range({ key: new TextEncoder().encode('health') }, options)),
			);
			return true;
		} catch (error) {
			// a client that may not read the key was answered by a cluster that works
			return hasRpcCode(error, 'permission-denied');
		}
	}

	close(): void {
		for (const channel of this.#channels) channel.close();
	}

	async #ask<Service extends DescService, T>(
		service: Service,
		context: Context,
		call: (client: RpcClient<Service>, options: { signal: AbortSignal; timeout: number }) => Promise<T>,
	): Promise<T> {
		let failure: unknown = noEndpoint();
		for (const channel of this.#channels) {
			try {
				return await call(createClient(service, channel), { signal: context.signal, timeout: callTimeout });
			} catch (error) {
				if (!hasRpcCode(error, 'unavailable', 'deadline-exceeded')) throw error;
				failure = tellingFailure(failure, error);
			}
		}
		throw failure;
	}
}

const downgradeActions = {
	validate: DowngradeRequest_DowngradeAction.VALIDATE,
	enable: DowngradeRequest_DowngradeAction.ENABLE,
	cancel: DowngradeRequest_DowngradeAction.CANCEL,
} as const;

/** Milliseconds that one endpoint has for an answer. */
const callTimeout = 5000;

function noEndpoint(): Error {
	return fromStatus({ code: 14, details: 'no etcd endpoint is known' });
}
