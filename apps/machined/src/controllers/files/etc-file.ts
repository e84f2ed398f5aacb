import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BindMounts } from '@ichor/linux/mount';
import { EtcFileSpec, type EtcFileSpecSpec, EtcFileStatus } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** Where the files are, and how they come to be seen in /etc, which is read-only. */
export interface EtcFilePlace {
	/** The folder that people see: /etc. */
	readonly seen: string;
	/** The folder that can be written to. */
	readonly kept: string;
	readonly mounts: BindMounts;
}

/** Writes the files of /etc that other controllers want. */
export function etcFileController({ seen, kept, mounts }: EtcFilePlace): Controller {
	const name = 'files.EtcFileController';
	return reconciling({
		name,
		inputs: [{ ...EtcFileSpec.kind, kind: 'strong' }],
		outputs: [{ type: EtcFileStatus.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			runtime.startTrackingOutputs();
			for (const { metadata, spec } of await runtime.list(EtcFileSpec.kind)) {
				if (metadata.phase === 'tearingDown') {
					mounts.hide(join(seen, metadata.id));
					await rm(join(kept, metadata.id), { force: true });
					await runtime.removeFinalizer(metadata, name);
					continue;
				}
				if (!metadata.finalizers.includes(name)) await runtime.addFinalizer(metadata, name);
				await write(join(kept, metadata.id), spec);
				mounts.show(join(kept, metadata.id), join(seen, metadata.id));
				const specVersion = (await runtime.get(EtcFileSpec.pointer(metadata.id))).metadata.version;
				await publish(runtime, EtcFileStatus, metadata.id, { specVersion: String(specVersion) });
			}
			await runtime.cleanupOutputs(EtcFileStatus.kind);
		},
	});
}

/** In place: a new file under the old name would not be the one that is mounted. */
async function write(path: string, { contents, mode }: EtcFileSpecSpec): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const before = await readFile(path, 'utf8').catch(() => undefined);
	if (before === contents) return;
	await writeFile(path, contents, { mode });
	await chmod(path, mode);
}
