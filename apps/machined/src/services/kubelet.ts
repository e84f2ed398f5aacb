import { existsSync } from 'node:fs';
import { chown, copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ContainerdConnection, Images, type PulledImage } from '@ichor/containerd';
import { boundingCapabilities } from '@ichor/linux/procfs';
import {
	KubeletLifecycle,
	KubeletSpec,
	type KubeletSpecSpec,
	kubeletLifecycleId,
	kubeletSpecId,
	NetworkStatus,
	networkStatusId,
	TimeStatus,
	timeStatusId,
} from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';
import { waitFor } from '@ichor/std';
import { paths } from '../paths.ts';
import { ContainerRunner } from './container-runner.ts';
import { type KubeletMount, kubeletContainer } from './kubelet-container.ts';
import type { Service } from './service.ts';

/** The kubelet, from its image: beside the pods, but for the machine's processes, devices and networks in a place of its own. */
export function kubelet(state: State): Service {
	return {
		id: 'kubelet',
		dependsOn: ['cri'],
		manageable: true,
		conditions: [
			{
				what: 'time sync',
				async met(context) {
					await waitFor(context, async () => (await state.find(TimeStatus.pointer(timeStatusId)))?.spec.synced || undefined, 200);
				},
			},
			{
				what: 'network',
				async met(context) {
					await waitFor(context, async () => (await isNetworkReady(state)) || undefined, 200);
				},
			},
		],
		async prepare(context) {
			const { spec } = await state.get(KubeletSpec.pointer(kubeletSpecId));
			const lifecycle = KubeletLifecycle.resource(kubeletLifecycleId, {});
			if ((await state.find(lifecycle.metadata)) === undefined) await state.create(lifecycle);
			const connection = new ContainerdConnection(paths.cri, 'system');
			const image = await new Images(connection).pull(context, spec.image, paths.registryHosts);
			await prepareFolders(spec);
			const specification = kubeletContainer({
				command: argumentsOf(image, spec),
				environment: image.environment,
				extraMounts: extraMountsOf(spec),
				capabilities: await boundingCapabilities(),
				files: await readFile(paths.kubeletApplied, 'utf8'),
			});
			return new ContainerRunner(connection, { id: 'kubelet', specification, root: { image } }, { onlySame: true });
		},
		health: {
			async check({ signal }) {
				const answer = await fetch(healthUrl, { signal });
				if (!answer.ok) throw new Error(`expected HTTP status OK, got ${answer.status} ${answer.statusText}`);
			},
			initialDelay: 2000,
		},
	};
}

/** Where the kubelet says whether it is well (its flag healthz-port). */
const healthUrl = 'http://127.0.0.1:10248/healthz';

async function isNetworkReady(state: State): Promise<boolean> {
	const network = (await state.find(NetworkStatus.pointer(networkStatusId)))?.spec;
	return network?.addressReady === true && network.hostnameReady && network.etcFilesReady;
}

function argumentsOf({ entrypoint }: PulledImage, { args = [] }: KubeletSpecSpec): readonly string[] {
	const program = entrypoint.length === 0 ? ['/usr/local/bin/kubelet'] : entrypoint;
	return [...program, ...args];
}

function extraMountsOf({ extraMounts = [] }: KubeletSpecSpec): readonly KubeletMount[] {
	return extraMounts.map(({ destination, type, source, options }) => ({ destination, type, source, options }));
}

/** What the kubelet and the pods of the control plane expect to find. */
async function prepareFolders({ extraMounts = [] }: KubeletSpecSpec): Promise<void> {
	const folders = [
		'/var/lib/kubelet',
		paths.seccompProfiles,
		'/var/log/containers',
		'/var/log/pods',
		paths.userVolumes,
		`${paths.kubernetes}/manifests`,
		dirname(paths.podResolvConf),
	];
	for (const folder of folders) await mkdir(folder, { recursive: true });
	await mkdir(paths.auditLogs, { recursive: true, mode: 0o700 });
	await chown(paths.auditLogs, auditUser, auditUser);
	// who resolves names for pods may not have said so yet
	if (!existsSync(paths.podResolvConf)) await copyFile('/etc/resolv.conf', paths.podResolvConf);
	for (const { source } of extraMounts) await mkdir(source, { recursive: true, mode: 0o700 });
}

/** The API server's (upstream: KubernetesAPIServerRunUser). */
const auditUser = 65534;
