import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { applyPatches, parsePatch } from '@ichor/machinery/config';
import { LinkStatus, MachineStatus, machineStatusId } from '@ichor/machinery/resources';
import { messageOf } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import type { Random } from '../compat/random.ts';
import { longestGap, watched } from './callers.ts';
import { lan } from './cluster.ts';
import { longestSearch } from './diagnosed.ts';
import type { Fault } from './fault.ts';
import { callTimeout, type VictimCluster } from './victim-cluster.ts';

/** They take every question and answer none: nothing that the node does for itself and for clients waits for them. */
export const silentNameServers: Fault = {
	name: 'dns',
	what: 'the name servers of a node hang',
	run: async (cluster, random) =>
		await besideSilence(cluster, random, 53, async (server, address) => {
			const patch = `machine: {network: {nameservers: [${server}]}}\n`;
			return await whileConfigured(cluster, address, patch, `no name server answers: ${server}`);
		}),
};

/** Who asks the node how it compares with them is told that they are silent; nobody else waits. The clock of a container is its host's. */
export const silentTimeServers: Fault = {
	name: 'ntp',
	what: 'the time servers of a node hang',
	run: async (cluster, random) =>
		await besideSilence(cluster, random, 123, async (server, address) => {
			const original = await cluster.configOf(address);
			try {
				await cluster.apply(address, String(applyPatches(original, [parsePatch(`machine: {time: {servers: [${server}]}}\n`)]).text));
				const started = performance.now();
				const { time } = cluster.started.talos.node(address);
				await cluster.waitFor(`the cause: ${server} is silent`, longestSearch, async () => {
					const said = await time.time({}, { timeout: 4 * callTimeout }).then(() => 'the time', messageOf);
					return said.includes(server) && said.includes('i/o timeout') ? true : undefined;
				});
				return (performance.now() - started) / 1000;
			} finally {
				await cluster.apply(address, original);
			}
		}),
};

/** One that can never do what it is to do is told of, and keeps no other from its work. */
export const failingController: Fault = {
	name: 'controller',
	what: 'a controller fails for ever',
	async run(cluster, random) {
		const { name, address } = random.pick(await cluster.victims());
		const { state } = cluster.started.talos.node(address);
		let worked = 0;
		const link = async (): Promise<true | undefined> => {
			const { resource } = await state.get(LinkStatus.pointer('faulty9'), { signal: cluster.context.signal, timeout: callTimeout });
			return resource === undefined ? undefined : true;
		};
		const patch = 'machine: {sysctls: {net.ipv4.no_such_parameter: "1"}}\n---\napiVersion: v1alpha1\nkind: BridgeConfig\nname: faulty9\n';
		const named = await whileConfigured(cluster, address, patch, 'the controller runtime.KernelParamSpecController fails', async () => {
			const started = performance.now();
			await cluster.waitFor('another controller to make a link', 20, async () => await link().catch(() => undefined));
			worked = (performance.now() - started) / 1000;
		});
		await cluster.well();
		return `${name} names the controller after ${named.toFixed(1)} s, and makes a link meanwhile in ${worked.toFixed(1)} s`;
	},
};

/**
 * Lets a node name the cause while a server on the bridge takes datagrams and answers none, and clients call.
 *
 * @param seconds until the node named it, whose address is given
 * @throws Error when nobody has asked the server anything, or the API was silent
 */
async function besideSilence(
	cluster: VictimCluster,
	random: Random,
	port: number,
	seconds: (server: string, address: string) => Promise<number>,
): Promise<string> {
	const { name, address } = random.pick(await cluster.victims());
	const server = lan.host(250);
	const bridge = ['dev', cluster.started.folder.bridge];
	await runProgram('ip', ['address', 'add', `${server}/32`, ...bridge]);
	const socket = createSocket('udp4').bind(port, server);
	let questions = 0;
	socket.on('message', () => (questions += 1));
	try {
		await once(socket, 'listening');
		let named = 0;
		const { gap, writes } = await watched(cluster, async () => {
			named = await seconds(server, address);
		});
		if (questions === 0) throw new Error(`nobody asked ${server}`);
		if (gap > longestGap) throw new Error(`the API was silent for ${gap.toFixed(0)} ms`);
		const said = `${name} names the cause after ${named.toFixed(1)} s; longest gap ${gap.toFixed(0)} ms`;
		return `${said}; ${writes} writes kept; ${questions} questions`;
	} finally {
		socket.close();
		await runProgram('ip', ['address', 'del', `${server}/32`, ...bridge]);
	}
}

/**
 * Gives a node a configuration that cannot work out, waits until the node says why it is not ready, and takes it back.
 *
 * @returns the seconds until it said so
 * @throws Error when it does not, or says so still when all is well again
 */
async function whileConfigured(
	cluster: VictimCluster,
	address: string,
	patch: string,
	cause: string,
	meanwhile = async (): Promise<void> => undefined,
): Promise<number> {
	const original = await cluster.configOf(address);
	const { state } = cluster.started.talos.node(address);
	const reasons = async (): Promise<string> => {
		const options = { signal: cluster.context.signal, timeout: callTimeout };
		const { resource } = await state.get(MachineStatus.pointer(machineStatusId), options);
		const { status } = MachineStatus.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
		return status.unmetConditions.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
	};
	const started = performance.now();
	let named = 0;
	try {
		await cluster.apply(address, String(applyPatches(original, [parsePatch(patch)]).text));
		await meanwhile();
		await cluster.waitFor(`the cause: ${cause}`, longestSearch, async () => ((await reasons()).includes(cause) ? true : undefined));
		named = (performance.now() - started) / 1000;
	} finally {
		await cluster.apply(address, original);
	}
	await cluster.waitFor('the cause to be forgotten', longestSearch, async () => ((await reasons()).includes(cause) ? undefined : true));
	return named;
}
