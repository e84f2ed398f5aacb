import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MachineType, machineTypeId, StaticPod, StaticPodServerStatus, staticPodServerStatusId } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';

/**
 * Tells the kubelet its static pods at a URL of this machine.
 *
 * A kubelet takes an empty list for the wish to stop what runs: a control plane whose pods are not made yet, as after a
 * restart of machined, gets an error instead, which it takes for "ask again".
 */
export const staticPodServerController: Controller = {
	name: 'k8s.StaticPodServerController',
	inputs: [
		{ ...StaticPod.kind, kind: 'weak' },
		{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
	],
	outputs: [{ type: StaticPodServerStatus.type, kind: 'exclusive' }],
	async run(context, runtime) {
		let list: string | undefined;
		const server = createServer((_, response) => {
			response.writeHead(list === undefined ? 500 : 200, { 'content-type': 'application/json' });
			response.end(list);
		});
		try {
			const port = await listen(server);
			await publish(runtime, StaticPodServerStatus, staticPodServerStatusId, { url: `http://127.0.0.1:${port}` });
			const versions = new Map<string, number>();
			while (await runtime.nextReconcile()) {
				const type = (await runtime.find(MachineType.pointer(machineTypeId)))?.spec;
				const pods = await runtime.list(StaticPod.kind);
				for (const { metadata } of pods) tell(context, versions, metadata);
				if (pods.length > 0 || type === 'worker' || list !== undefined) {
					list = JSON.stringify({ apiVersion: 'v1', kind: 'PodList', items: pods.map(({ spec }) => spec) });
				}
				runtime.resetRestartBackoff();
			}
		} finally {
			server.closeAllConnections();
			server.close();
		}
	},
};

function tell(context: Context, versions: Map<string, number>, { id, version }: { readonly id: string; readonly version: number }): void {
	const before = versions.get(id);
	if (before === version) return;
	versions.set(id, version);
	context.log('info', before === undefined ? 'rendered new static pod' : 'rendered updated static pod', { id });
}

/** On the port of an earlier machined where that is free, so that the kubelet need not be started anew; on any otherwise. */
async function listen(server: Server): Promise<number> {
	const before = Number(await readFile(paths.staticPodPort, 'utf8').catch(() => '0'));
	await bind(server, before).catch(async () => await bind(server, 0));
	const { port } = server.address() as AddressInfo;
	await writeFileAtomically(paths.staticPodPort, String(port));
	return port;
}

async function bind(server: Server, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});
}
