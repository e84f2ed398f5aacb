import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { connect } from 'node:tls';
import { ApplyConfigurationRequest_Mode as Mode } from '@ichor/api/machine';
import { openTalosClient, type TalosClient } from '@ichor/client/api';
import { applyPatches, parsePatch } from '@ichor/machinery/config';
import { activeConfigId, MachineConfig, persistentConfigId } from '@ichor/machinery/resources';
import { SupervisorClient } from '@ichor/provision';
import { hasRpcCode, type RpcCode, RpcError } from '@ichor/rpc';
import { background, waitFor, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import definition from './life.ts';
import { StartedCluster } from './started-cluster.ts';

const context = withTimeout(background, 30 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the tests of a cluster's life: ${skip}`);

/** One cluster; each test leaves it as healthy as it found it. */
describe('a cluster in its life', { skip, timeout: 30 * 60_000 }, () => {
	const addresses = definition.nodes.map(({ address }) => address);
	const [first = '', second = '', third = ''] = addresses;
	const options = { signal: context.signal, timeout: 30_000 };
	let cluster: StartedCluster;
	let client: TalosClient;

	before(async () => {
		cluster = await StartedCluster.start(context, definition, 'life', '--no-kubernetes');
		client = cluster.talos;
	});

	after(async () => await cluster.remove());

	/** The text of a node's configuration: what holds, or what is on its disk. */
	const configOf = async (node: string, id: string): Promise<string> => {
		const { resource } = await client.node(node).state.get(MachineConfig.pointer(id), options);
		return MachineConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
	};
	const apply = async (node: string, patch: string, mode: Mode, more: { readonly dryRun?: boolean; readonly seconds?: bigint } = {}) => {
		const text = String(applyPatches(await configOf(node, activeConfigId), [parsePatch(patch)]).text);
		const { messages } = await client.node(node).machine.applyConfiguration(
			{
				data: new TextEncoder().encode(text),
				mode,
				dryRun: more.dryRun ?? false,
				...(more.seconds === undefined ? {} : { tryModeTimeout: { seconds: more.seconds } }),
			},
			options,
		);
		return messages[0] ?? assert.fail('no message');
	};
	const label = (value: string) => `machine: {nodeLabels: {test: ${value}}}\n`;
	const bootId = async (node: string): Promise<string> => await cluster.read(context, node, '/proc/sys/kernel/random/boot_id');
	const rebooted = async (node: string, old: string) =>
		await waitFor(context, async () => ((await bootId(node).catch(() => old)) === old ? undefined : true), 300);
	const voters = async (asked = first) =>
		await waitFor(
			context,
			async () => {
				const lists = await Promise.all(
					addresses.map(
						async (node) =>
							await client
								.node(node)
								.machine.etcdStatus({}, options)
								.catch(() => undefined),
					),
				);
				const list = await client
					.node(asked)
					.machine.etcdMemberList({}, options)
					.catch(() => undefined);
				const members = list?.messages[0]?.members ?? [];
				const well = lists.every((status) => status !== undefined) && members.length === 3 && members.every(({ isLearner }) => !isLearner);
				return well ? members : undefined;
			},
			500,
		);

	test('a configuration is applied in each mode', async () => {
		const dry = await apply(first, label('dry'), Mode.AUTO, { dryRun: true });
		assert.match(
			dry.modeDetails,
			/^Dry run summary:\nApplied configuration without a reboot \(skipped in dry-run\)\.\nConfig diff:\n\n--- a\n/,
		);
		assert.doesNotMatch(await configOf(first, activeConfigId), /test: dry/);

		assert.equal((await apply(first, label('live'), Mode.NO_REBOOT)).modeDetails, 'Applied configuration without a reboot');
		for (const id of [activeConfigId, persistentConfigId]) assert.match(await configOf(first, id), /test: live/);

		assert.match((await apply(first, label('staged'), Mode.STAGED)).modeDetails, /^Staged configuration/);
		assert.match(await configOf(first, activeConfigId), /test: live/);
		assert.match(await configOf(first, persistentConfigId), /test: staged/);

		assert.match((await apply(first, label('tried'), Mode.TRY, { seconds: 2n })).modeDetails, /automatically reverted back in 2s$/);
		assert.match(await configOf(first, activeConfigId), /test: tried/);
		await waitFor(context, async () => (/test: live/.test(await configOf(first, activeConfigId)) ? true : undefined), 200);
		assert.match(await configOf(first, persistentConfigId), /test: staged/);

		const old = await bootId(third);
		const answer = await apply(third, 'machine: {env: {TEST: "1"}}\n', Mode.AUTO);
		assert.equal(answer.mode, Mode.REBOOT);
		await rebooted(third, old);
		assert.match(await configOf(third, activeConfigId), /TEST: "1"/);
		await voters();
	});

	test('a bad configuration is refused, with nothing changed', async () => {
		const before = await configOf(first, activeConfigId);
		const refused = async (text: string, mode: Mode, code: RpcCode, why: RegExp) => {
			const answer = client.node(first).machine.applyConfiguration({ data: new TextEncoder().encode(text), mode }, options);
			await assert.rejects(answer, (error) => error instanceof RpcError && error.code === code && why.test(error.message));
		};
		await refused('machine: {typ: worker}\n', Mode.AUTO, 'invalid-argument', /./);
		await refused('version: v1alpha1\nmachine: {type: controlplane}\ncluster: {}\n', Mode.AUTO, 'invalid-argument', /error/);
		await refused('apiVersion: v1alpha1\nkind: HostnameConfig\nhostname: x\n', Mode.AUTO, 'invalid-argument', /doesn't contain v1alpha1/);
		await assert.rejects(apply(first, 'machine: {env: {A: b}}\n', Mode.NO_REBOOT), /can't be applied in immediate mode/);
		assert.equal(await configOf(first, activeConfigId), before);
	});

	test('certificates are renewed while a client streams', async () => {
		const shown = async () =>
			await new Promise<string>((resolve, reject) => {
				const socket = connect({ host: second, port: 50000, rejectUnauthorized: false, ALPNProtocols: ['h2'] }, () => {
					resolve(socket.getPeerCertificate().fingerprint256);
					socket.destroy();
				});
				socket.once('error', reject);
			});
		let log = '';
		const stop = new AbortController();
		const streaming = (async () => {
			const request = { namespace: 'system', id: 'machined', follow: true, tailLines: 0 };
			for await (const { bytes } of client.node(second).machine.logs(request, { signal: stop.signal }))
				log += Buffer.from(bytes).toString();
		})();
		const old = await shown();
		await apply(second, 'machine: {certSANs: [renewed.example]}\n', Mode.NO_REBOOT);
		await waitFor(context, async () => ((await shown()) === old ? undefined : true), 200);
		// the stream was opened with the certificate of before, and still tells what happens
		log = '';
		await apply(second, label('renewed'), Mode.NO_REBOOT);
		await waitFor(context, () => (log.includes('apply config request: mode no_reboot') ? true : undefined), 100);
		stop.abort(new Error('enough'));
		await assert.rejects(streaming, /enough/);
	});

	test('a machine is lost, and replaced', async () => {
		const config = await configOf(third, activeConfigId);
		const lost = (await voters()).find(({ hostname }) => hostname === 'cp-3')?.id;
		await client.node(third).machine.reset({ graceful: false, reboot: true }, options);
		const fresh = await openTalosClient({ endpoints: [third], insecure: true });
		await waitFor(
			context,
			async () => {
				const data = new TextEncoder().encode(config);
				const answer = await fresh.machine
					.applyConfiguration({ data, mode: Mode.AUTO }, { signal: context.signal, timeout: 5000 })
					.catch(() => undefined);
				return answer === undefined ? undefined : true;
			},
			500,
		);
		fresh.close();
		const members = await voters();
		assert.notEqual(members.find(({ hostname }) => hostname === 'cp-3')?.id, lost);
		assert.deepEqual(members.map(({ hostname }) => hostname).sort(), ['cp-1', 'cp-2', 'cp-3']);
	});

	test('etcd is lost, and recovered from a snapshot', async () => {
		const chunks: Uint8Array[] = [];
		for await (const { bytes } of client.node(first).machine.etcdSnapshot({}, options)) chunks.push(bytes);
		const snapshot = Buffer.concat(chunks);
		const boots = await Promise.all(addresses.map(async (node) => [node, await bootId(node)] as const));
		for (const node of addresses) {
			const systemPartitionsToWipe = [{ label: 'EPHEMERAL', wipe: true }];
			await client.node(node).machine.reset({ graceful: false, reboot: true, systemPartitionsToWipe }, options);
		}
		for (const [node, old] of boots) await rebooted(node, old);

		const { machine } = client.node(first);
		const upload = async (content: Uint8Array) => await machine.etcdRecover([{ bytes: content }], options);
		const recover = async () => await machine.bootstrap({ recoverEtcd: true }, options);
		// until there is a containerd to restore with
		await waitFor(context, async () => (await upload(snapshot.subarray(0, 5000)).catch(() => undefined)) && true, 500);
		await assert.rejects(recover(), (error) => hasRpcCode(error, 'failed-precondition') && /no checksum|truncated/.test(String(error)));
		const damaged = Buffer.from(snapshot);
		damaged.writeUInt8((damaged[9000] ?? 0) ^ 1, 9000);
		await upload(damaged);
		await assert.rejects(recover(), /damaged/);
		await upload(Buffer.alloc(snapshot.length, 'not a database'));
		await assert.rejects(recover(), /not a database/);
		await upload(snapshot);
		await recover();
		assert.deepEqual((await voters()).map(({ hostname }) => hostname).sort(), ['cp-1', 'cp-2', 'cp-3']);
	});

	test('a changed address is followed', async (t) => {
		// not through the machine that moves: its connections hang
		const steady = await cluster.talosThrough([first]);
		t.after(() => steady.close());
		const moved = third.replace(/\d+$/, '14');
		const node = (await new SupervisorClient(cluster.folder).nodes(context)).find(({ name }) => name === 'cp-3');
		const ip = async (...args: readonly string[]) =>
			await runProgram('nsenter', ['--target', String(node?.pid), '--net', 'ip', ...args], { signal: context.signal });
		// in this order: the kernel takes further addresses of a network away with the first one
		await ip('address', 'delete', `${third}/24`, 'dev', 'eth0');
		await ip('address', 'add', `${moved}/24`, 'dev', 'eth0');

		const peers = await waitFor(
			context,
			async () => {
				const list = await steady
					.node(first)
					.machine.etcdMemberList({}, options)
					.catch(() => undefined);
				const urls = list?.messages[0]?.members.find(({ hostname }) => hostname === 'cp-3')?.peerUrls ?? [];
				return urls.includes(`https://${moved}:2380`) ? urls : undefined;
			},
			500,
		);
		assert.deepEqual(peers, [`https://${moved}:2380`]);
		// it proves itself under its new address, and its etcd takes part
		const status = await waitFor(
			context,
			async () =>
				await steady
					.node(moved)
					.machine.etcdStatus({}, options)
					.catch(() => undefined),
			500,
		);
		assert.notEqual(status.messages[0]?.memberStatus?.leader, 0n);
	});
});
