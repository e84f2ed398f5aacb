import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type ElectionStore, EtcdClient, type EtcdEndpoints, openElectionStore } from '@ichor/etcd';
import {
	EtcdCertificates,
	EtcdRoot,
	etcdCertificatesId,
	etcdRootId,
	Identity,
	localIdentityId,
	Member,
	plainPem,
} from '@ichor/machinery/resources';
import { RpcError } from '@ichor/rpc';
import type { State } from '@ichor/runtime';
import { paths } from '../paths.ts';
import { etcdClientPort } from './etcd-arguments.ts';

/** What is asked of this machine's etcd, and how to reach it and the rest of its cluster. */
export class EtcdControl {
	readonly #state: State;
	/** Somebody has asked this machine to begin the cluster. */
	bootstrapRequested = false;

	constructor(state: State) {
		this.#state = state;
	}

	/** Whether this machine has been a member: etcd has written its log. What it leaves when it could not join is no data. */
	get hasData(): boolean {
		const log = `${paths.etcdData}/member/wal`;
		return existsSync(log) && readdirSync(log).some((name) => name.endsWith('.wal'));
	}

	/** What was asked for goes with it: a machine that has left a cluster joins one again, it does not begin another. */
	async forgetData(): Promise<void> {
		this.bootstrapRequested = false;
		await this.clearFolder();
	}

	async clearFolder(): Promise<void> {
		await rm(`${paths.etcdData}/member`, { recursive: true, force: true });
	}

	/** Asks this machine's own member. */
	async withLocalClient<T>(use: (client: EtcdClient) => Promise<T>): Promise<T> {
		return await this.#with(['127.0.0.1'], use);
	}

	/** Asks the other control planes' members, the first that answers. */
	async withOtherMembers<T>(use: (client: EtcdClient) => Promise<T>): Promise<T> {
		return await this.#with(await this.otherControlPlanes(), use);
	}

	/** Asks whoever answers, this machine's member first. */
	async withAnyMember<T>(use: (client: EtcdClient) => Promise<T>): Promise<T> {
		return await this.#with(['127.0.0.1', ...(await this.otherControlPlanes())], use);
	}

	/** @throws RpcError "failed-precondition" before there are certificates */
	async open(hosts: readonly string[]): Promise<EtcdClient> {
		return new EtcdClient(await this.#endpoints(hosts));
	}

	/** Elections, as this machine's own member sees them. Throws as `open` does. */
	async openElection(): Promise<ElectionStore> {
		return openElectionStore(await this.#endpoints(['127.0.0.1']));
	}

	/** Addresses of the control planes that discovery knows, but for this machine's. */
	async otherControlPlanes(): Promise<readonly string[]> {
		const self = (await this.#state.find(Identity.pointer(localIdentityId)))?.spec.nodeId;
		return (await this.#state.list(Member.kind))
			.map(({ spec }) => spec)
			.filter(({ nodeId, controlPlane }) => controlPlane !== undefined && nodeId !== self)
			.flatMap(({ addresses }) => addresses.slice(0, 1));
	}

	async #endpoints(hosts: readonly string[]): Promise<EtcdEndpoints> {
		const root = await this.#state.find(EtcdRoot.pointer(etcdRootId));
		const certificates = await this.#state.find(EtcdCertificates.pointer(etcdCertificatesId));
		if (root === undefined || certificates === undefined)
			throw new RpcError('failed-precondition', 'etcd has no certificates on this machine');
		const { crt, key } = certificates.spec.etcdAdmin;
		return {
			addresses: hosts.map((host) => `${host.includes(':') ? `[${host}]` : host}:${etcdClientPort}`),
			tls: { trust: [plainPem(root.spec.etcdCA.crt)], identity: { certificate: plainPem(crt), key: plainPem(key) } },
		};
	}

	async #with<T>(hosts: readonly string[], use: (client: EtcdClient) => Promise<T>): Promise<T> {
		const client = await this.open(hosts);
		try {
			return await use(client);
		} finally {
			client.close();
		}
	}
}
