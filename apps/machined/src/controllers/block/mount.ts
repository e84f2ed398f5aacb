import { join } from 'node:path';
import { MountRequest, MountStatus, type MountStatusSpec, VolumeStatus } from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, type Metadata, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { makeDirectory, makeLink } from './directory.ts';

const name = 'block.MountController';

/**
 * Makes what a mounted volume is, below its parent: a directory with its mode and owner, or a link. Whatever is below a
 * volume holds it.
 *
 * @param root what paths begin at: another folder in tests
 */
export function mountController(root = '/'): Controller {
	return reconciling({
		name,
		inputs: [
			{ ...MountRequest.kind, kind: 'strong' },
			{ ...VolumeStatus.kind, kind: 'strong' },
			{ ...MountStatus.kind, kind: 'strong' },
		],
		outputs: [{ type: MountStatus.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			for (const { metadata, spec } of await runtime.list(MountRequest.kind)) {
				if (metadata.phase === 'tearingDown') {
					await unmount(runtime, metadata, spec.parentID);
					continue;
				}
				const target = await mounted(runtime, root, metadata, spec.parentID);
				if (target === undefined) continue;
				const status: MountStatusSpec = {
					spec,
					source: '',
					target,
					filesystem: 'none',
					readOnly: spec.readOnly,
					projectQuotaSupport: false,
					detached: spec.detached,
				};
				await publish(runtime, MountStatus, metadata.id, status);
			}
		},
	});
}

/** Where the volume is; undefined until its parent is mounted. */
async function mounted(runtime: ControllerRuntime, root: string, request: Metadata, parentID: string): Promise<string | undefined> {
	const volume = await runtime.find(VolumeStatus.pointer(request.id));
	const parent = parentID === '' ? undefined : await runtime.find(MountStatus.pointer(parentID));
	if (volume?.metadata.phase !== 'running' || (parentID !== '' && parent?.metadata.phase !== 'running')) return undefined;
	const { mountSpec, symlink, type } = volume.spec;
	const target = join(parent?.spec.target ?? '/', mountSpec?.targetPath ?? '');
	await runtime.addFinalizer(request, name);
	await runtime.addFinalizer(volume.metadata, name);
	if (parent !== undefined) await runtime.addFinalizer(parent.metadata, `${name}-${request.id}`);
	if (type === 'symlink') await makeLink(join(root, target), symlink?.symlinkTargetPath ?? '', symlink?.force ?? false);
	else {
		const { fileMode = 0, uid = 0, gid = 0, recursiveRelabel = false } = mountSpec ?? {};
		await makeDirectory(join(root, target), { mode: fileMode, uid, gid, recursive: recursiveRelabel });
	}
	return target;
}

/** Lets go of a volume that nobody needs any more. What it was stays: it is a directory or a link. */
async function unmount(runtime: ControllerRuntime, request: Metadata, parentID: string): Promise<void> {
	const status = MountStatus.pointer(request.id);
	if ((await runtime.find(status)) !== undefined) {
		if (!(await runtime.teardown(status))) return;
		await runtime.destroy(status);
	}
	const held = [
		[await runtime.find(MountStatus.pointer(parentID)), `${name}-${request.id}`],
		[await runtime.find(VolumeStatus.pointer(request.id)), name],
	] as const;
	for (const [resource, finalizer] of held) if (resource !== undefined) await runtime.removeFinalizer(resource.metadata, finalizer);
	await runtime.removeFinalizer(request, name);
}
