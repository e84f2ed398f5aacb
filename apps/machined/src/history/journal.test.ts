import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { changesIn, decodeFrame, type Frame, stateAt } from '@ichor/client/history';
import { encodeConfig } from '@ichor/machinery';
import { generateConfig } from '@ichor/machinery/generate';
import {
	activeConfigId,
	MachineConfig,
	MachineStatus,
	MountStatus,
	machineRegistry,
	machineStatusId,
	namespaces,
	ResolverStatus,
	resolversId,
} from '@ichor/machinery/resources';
import { generateSecrets } from '@ichor/machinery/secrets';
import { Engine, InMemoryState, observedState, publishDefinitions, State, withSpec } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';
import { clusterControllers } from '../controllers/cluster/index.ts';
import { configControllers } from '../controllers/config/index.ts';
import { criControllers } from '../controllers/cri/index.ts';
import { secretsControllers } from '../controllers/secrets/index.ts';
import { Journal } from './journal.ts';

const registry = machineRegistry();

describe('the journal of a machine', () => {
	test('has every change, its time and what was before, once the volume is there', async (t) => {
		const { journal, state, folder } = journaled(t);
		const resolvers = await state.create(ResolverStatus.resource(resolversId, { dnsServers: ['192.0.2.1'], searchDomains: [] }));
		await journal.write(background);
		assert.deepEqual(readdirSync(folder), []);
		await mount(state);
		await state.modify(resolvers, (current) => withSpec(current, { ...current.spec, dnsServers: ['192.0.2.2'] }));
		await state.destroy(ResolverStatus.pointer(resolversId));
		await journal.write(background);
		const changes = [...changesIn(await all(journal), 0, Infinity)].filter(({ entry }) => entry.metadata.type === ResolverStatus.type);
		assert.deepEqual(
			changes.map(({ entry, before }) => [entry.gone, entry.metadata.version, entry.spec, before?.metadata.version]),
			[
				[false, 1, { dnsServers: ['192.0.2.1'], searchDomains: [] }, undefined],
				[false, 2, { dnsServers: ['192.0.2.2'], searchDomains: [] }, 1],
				[true, 0, undefined, 2],
			],
		);
	});

	test('is no larger than its bound, and its beginning is always a whole state', async (t) => {
		const { journal, state, folder } = journaled(t, 64 * 1024);
		await mount(state);
		const noise = ResolverStatus.resource('noise', { dnsServers: [], searchDomains: [] });
		await state.create(ResolverStatus.resource(resolversId, { dnsServers: ['192.0.2.1'], searchDomains: [] }));
		await state.create(noise);
		for (let round = 0; round < 200; round++) {
			const searchDomains = [randomBytes(1500).toString('hex')];
			await state.modify(noise, (current) => withSpec(current, { dnsServers: [], searchDomains }));
			await journal.write(background);
		}
		const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
		assert.ok(size <= 80 * 1024, `${size} bytes`);
		const frames = await all(journal);
		assert.equal(frames[0]?.kind, 'state');
		// a file begins with what was before its first change
		const first = [...changesIn(frames, 0, Infinity)][0];
		assert.equal(first?.entry.metadata.version, (first?.before?.metadata.version ?? 0) + 1);
		// it was written long before what is still there
		assert.ok(stateAt(frames, Date.now()).some(({ metadata }) => metadata.id === resolversId));
	});

	test('goes on after a crash that has torn its end', async (t) => {
		const { journal, state, folder } = journaled(t);
		await mount(state);
		await state.create(ResolverStatus.resource(resolversId, { dnsServers: [], searchDomains: [] }));
		await journal.write(background);
		const [name = ''] = readdirSync(folder);
		truncateSync(join(folder, name), statSync(join(folder, name)).size - 3);
		const next = journaled(t, undefined, folder);
		await mount(next.state);
		await next.journal.write(background);
		const there = stateAt(await all(next.journal), Date.now()).map(({ metadata }) => metadata.id);
		assert.deepEqual(there, ['EPHEMERAL']);
		// of a new beginning, everything is new
		const last = [...changesIn(await all(next.journal), 0, Infinity)].at(-1);
		assert.deepEqual([last?.entry.metadata.id, last?.before], ['EPHEMERAL', undefined]);
		assert.equal(readdirSync(folder).length, 2);
	});

	test('waits for a disk that takes nothing, and says so once', async (t) => {
		const parent = mkdtempSync(join(tmpdir(), 'ichor-journal-'));
		t.after(() => rmSync(parent, { recursive: true }));
		const folder = join(parent, 'file');
		writeFileSync(folder, 'in the way');
		const { journal, state } = journaled(t, undefined, folder);
		await mount(state);
		const lines: string[] = [];
		const context = { ...background, log: (_: string, message: string) => void lines.push(message) };
		await journal.write(context);
		await journal.write(context);
		assert.deepEqual(lines, ['the journal of resources cannot be written']);
		rmSync(folder);
		await journal.write(context);
		assert.deepEqual(
			[...changesIn(await all(journal), 0, Infinity)].map(({ entry }) => entry.metadata.id),
			['EPHEMERAL'],
		);
	});

	test('is left alone while its volume is wiped', async (t) => {
		const { journal, state, folder } = journaled(t);
		await mount(state);
		await state.create(MachineStatus.resource(machineStatusId, { stage: 'resetting', status: { ready: false, unmetConditions: [] } }));
		await journal.write(background);
		assert.deepEqual(readdirSync(folder), []);
	});

	test('has no secret: none of those that a configuration brings, and no resource of a type that is one', async (t) => {
		const { journal, state } = journaled(t);
		await mount(state);
		await publishDefinitions(state, registry, namespaces);
		const secrets = await generateSecrets({ now: new Date() });
		const cluster = { clusterName: 'c', endpoint: 'https://192.0.2.10:6443', kubernetesVersion: '1.36.3', secrets };
		const engine = new Engine(state);
		for (const controllers of [clusterControllers, configControllers, criControllers, secretsControllers]) {
			for (const controller of controllers) engine.register(controller);
		}
		const life = new AbortController();
		const running = engine.run({ ...background, signal: life.signal });
		t.after(async () => {
			life.abort();
			await running;
		});
		await state.create(MachineConfig.resource(activeConfigId, encodeConfig(generateConfig(cluster, 'controlplane'))));
		const roots = ['OSRootSecrets.secrets.talos.dev', 'EtcdRootSecrets.secrets.talos.dev', 'KubernetesRootSecrets.secrets.talos.dev'];
		for (const type of roots) {
			await waitFor(
				withTimeout(background, 20_000),
				async () => ((await state.list({ namespace: 'secrets', type })).length > 0 ? true : undefined),
				20,
			);
		}
		await journal.write(background);
		const entries = (await all(journal)).flatMap(decodeFrame);
		const text = JSON.stringify(entries);
		assert.ok(text.includes('controlplane'), 'what is no secret is there');
		const values = secretValues(secrets);
		assert.ok(values.length >= 8);
		// as they are, as JSON writes them, and as configurations do
		for (const value of values.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), btoa(secret)]))
			assert.ok(!text.includes(value), `a secret of ${value.length} characters is in the journal`);
		assert.doesNotMatch(text, /PRIVATE KEY/);
		for (const { metadata } of entries) assert.notEqual(registry.find(metadata.type)?.sensitive, true, metadata.type);
	});
});

function journaled(t: TestContext, limit?: number, folder = mkdtempSync(join(tmpdir(), 'ichor-journal-'))) {
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const journal = new Journal({ folder, registry, ...(limit === undefined ? {} : { limit }) });
	return { folder, journal, state: new State(observedState(new InMemoryState(), journal)) };
}

async function mount(state: State): Promise<void> {
	const spec = { source: '', target: '/var', filesystemType: 'ext4', readOnly: false } as unknown as Parameters<
		typeof MountStatus.resource
	>[1];
	await state.create(MountStatus.resource('EPHEMERAL', spec));
}

async function all(journal: Journal): Promise<readonly Frame[]> {
	const frames: Frame[] = [];
	for await (const frame of journal.frames(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)) frames.push(frame);
	return frames;
}

/** Texts of a bundle that nobody else may have. */
function secretValues(value: unknown, key = ''): readonly string[] {
	if (typeof value === 'string')
		return /^(key|secret|token|bootstraptoken|secretboxencryptionsecret|aescbcencryptionsecret)$/i.test(key) ? [value] : [];
	if (value instanceof Uint8Array) return [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]) => secretValues(one, name));
}
