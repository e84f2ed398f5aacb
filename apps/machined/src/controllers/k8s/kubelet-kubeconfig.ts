import { createHash } from 'node:crypto';
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { KubeletKubeconfig, kubeletKubeconfigId } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';

/** Tells that the kubelet has a kubeconfig of its own, and when it has another one. */
export const kubeletKubeconfigController: Controller = {
	name: 'k8s.KubeletKubeconfigController',
	inputs: [],
	outputs: [{ type: KubeletKubeconfig.type, kind: 'exclusive' }],
	async run(_, runtime) {
		let watcher: FSWatcher | undefined;
		// the kernel's notices are a hint: what is looked at is the file
		const timer = setInterval(() => runtime.queueReconcile(), lookEvery);
		timer.unref();
		try {
			while (await runtime.nextReconcile()) {
				const folder = dirname(paths.kubeletKubeconfig);
				if (watcher === undefined && existsSync(folder)) {
					watcher = watch(folder, (_event, name) => {
						if (name === basename(paths.kubeletKubeconfig)) runtime.queueReconcile();
					});
				}
				const content = await readFile(paths.kubeletKubeconfig).catch(() => undefined);
				const spec = content === undefined ? undefined : { hash: createHash('sha256').update(content).digest('hex') };
				await publish(runtime, KubeletKubeconfig, kubeletKubeconfigId, spec);
				runtime.resetRestartBackoff();
			}
		} finally {
			clearInterval(timer);
			watcher?.close();
		}
	},
};

/** Milliseconds. */
const lookEvery = 10_000;
