import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { MachineService } from '@ichor/api/machine';
import { generateSecrets, type SecretsBundle } from '@ichor/machinery/secrets';
import { nodeCertificate } from '@ichor/machinery/testing/node-certificate';
import { type Handlers, listenTls, RpcError, RpcServer } from '@ichor/rpc';
import { background } from '@ichor/std';
import { tlsOfContext } from '../api/talos-client.ts';
import { ClientError } from '../errors.ts';
import { adminTalosconfig } from '../talosconfig/admin-talosconfig.ts';
import { contextOf } from '../talosconfig/talosconfig.ts';
import { bringUp, type NodeToBring } from './bring-up.ts';

const now = new Date();
const secrets = await generateSecrets({ now });
/** Signs for machines that have no cluster yet. */
const nobody = await generateSecrets({ now, contract: { major: 1, minor: 13, withoutKubernetes: true } });
const tls = tlsOfContext(contextOf(await adminTalosconfig({ clusterName: 'test', secrets, now })));

describe('bringing nodes up', { timeout: 20_000 }, () => {
	test('configures who is in maintenance, bootstraps once, and waits until everyone votes', async (t) => {
		const cluster = new FakeCluster();
		const nodes = await cluster.start(t, ['cp-1', 'cp-2', 'cp-3']);
		const said: string[] = [];
		const context = { ...background, progress: (what: string) => void said.push(what) };
		const brought = await bringUp(context, nodes, tls);
		assert.deepEqual(
			brought.map(({ name, version, etcd }) => [name, version, etcd]),
			['cp-1', 'cp-2', 'cp-3'].map((name) => [name, 'v1', 'voter']),
		);
		assert.deepEqual(cluster.calls, [
			'apply cp-1: config of cp-1',
			'apply cp-2: config of cp-2',
			'apply cp-3: config of cp-3',
			'bootstrap cp-1',
		]);
		assert.ok(said.includes('waiting for etcd with 3 voters: cp-2 is still learning, cp-3 has not joined'), said.join('\n'));

		cluster.calls.length = 0;
		await bringUp(context, nodes, tls);
		assert.deepEqual(cluster.calls, [], 'what is done is not done again');
	});

	test('ends with what a node says about its configuration', async (t) => {
		const cluster = new FakeCluster();
		cluster.refusal = new RpcError('invalid-argument', 'no v1alpha1 config');
		const nodes = await cluster.start(t, ['cp-1']);
		await assert.rejects(bringUp(background, nodes, tls), (error: Error) => {
			assert.ok(error instanceof ClientError);
			assert.equal(error.message, 'cp-1 refused its configuration: rpc error: code = InvalidArgument desc = no v1alpha1 config');
			return true;
		});
	});

	test('does not pretend: a node that cannot bootstrap is named', async (t) => {
		const cluster = new FakeCluster();
		cluster.bootstrapRefusal = new RpcError('unimplemented', 'unknown method Bootstrap');
		const nodes = await cluster.start(t, ['cp-1']);
		await assert.rejects(bringUp(background, nodes, tls), /cp-1 cannot bootstrap etcd: rpc error: code = Unimplemented/);
	});

	test('ends when it is told to', async (t) => {
		const cluster = new FakeCluster();
		const nodes = await cluster.start(t, ['cp-1']);
		cluster.bootstrapRefusal = new RpcError('failed-precondition', 'bootstrap is not available yet');
		const interrupt = new AbortController();
		const progress = (what: string): void => {
			if (what.includes('not available yet')) interrupt.abort(new Error('stopped by SIGINT'));
		};
		await assert.rejects(bringUp({ ...background, signal: interrupt.signal, progress }, nodes, tls), /stopped by SIGINT/);
	});
});

async function serverIdentity(bundle: SecretsBundle, name: string) {
	const { crt, key } = await nodeCertificate(bundle, now, name);
	return { certificate: crt, key };
}

/** Nodes that answer as real ones do, with an etcd that takes one more step whenever somebody looks. */
class FakeCluster {
	readonly calls: string[] = [];
	refusal: RpcError | undefined;
	bootstrapRefusal: RpcError | undefined;
	readonly #names: string[] = [];
	/** Steps of joining: two for each member, who learns before it votes. */
	#steps = 0;

	async start(t: TestContext, names: readonly string[]): Promise<readonly NodeToBring[]> {
		this.#names.push(...names);
		return await Promise.all(names.map(async (name) => await this.#node(t, name)));
	}

	async #node(t: TestContext, name: string): Promise<NodeToBring> {
		const maintenance = await serverIdentity(nobody, name);
		const joined = { ...(await serverIdentity(secrets, name)), clientAuthorities: [secrets.certs?.os?.crt ?? ''] };
		const handlers: Handlers<typeof MachineService> = {
			version: async () => ({ messages: [{ version: { tag: 'v1' } }] }),
			applyConfiguration: async ({ data }) => {
				if (this.refusal !== undefined) throw this.refusal;
				this.calls.push(`apply ${name}: ${new TextDecoder().decode(data)}`);
				listener.rotate(joined);
				return { messages: [{}] };
			},
			bootstrap: async () => {
				if (this.bootstrapRefusal !== undefined) throw this.bootstrapRefusal;
				this.calls.push(`bootstrap ${name}`);
				this.#steps = 2;
				return { messages: [{}] };
			},
			etcdMemberList: async () => ({ messages: [{ members: this.#look() }] }),
			etcdStatus: async () => ({ messages: [{ memberStatus: { leader: 1n } }] }),
		};
		const server = new RpcServer().add(MachineService, handlers);
		const listener = await listenTls(server.accept, { port: 0, host: '127.0.0.1', identity: maintenance });
		t.after(async () => {
			await server.close();
			await listener.close();
		});
		return {
			node: { name, address: `127.0.0.1:${listener.port}`, role: 'controlplane' },
			config: `config of ${name}`,
			console: 'console.log',
		};
	}

	#look() {
		if (this.#steps === 0) throw new RpcError('unavailable', 'etcd does not run');
		const step = this.#steps++;
		return this.#names.slice(0, Math.ceil(step / 2)).map((hostname, index) => ({ hostname, isLearner: step < 2 * (index + 1) }));
	}
}
