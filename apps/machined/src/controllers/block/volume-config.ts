import { rootOf } from '@ichor/machinery/config';
import { systemVolumeLabel, VolumeConfig, VolumeMountRequest } from '@ichor/machinery/resources';
import { type Controller, reconciling, withSpec } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';
import { configuredVolumes, firstVolumes } from './system-volumes.ts';

const name = 'block.VolumeConfigController';

/** The volumes that this machine is to have, and the mount of the one that the user's are mounted below. */
export const volumeConfigController: Controller = reconciling({
	name,
	inputs: [configInput],
	outputs: [
		{ type: VolumeConfig.type, kind: 'shared' },
		{ type: VolumeMountRequest.type, kind: 'shared' },
	],
	async reconcile(_, runtime) {
		await publish(runtime, VolumeMountRequest, userVolumes, {
			volumeID: userVolumes,
			requester: name,
			readOnly: false,
			detached: false,
			disableAccessTime: false,
			secure: false,
		});
		const config = await activeConfig(runtime);
		const configured = config !== undefined && rootOf(config)?.machine !== undefined;
		for (const { id, spec } of configured ? [...firstVolumes, ...configuredVolumes()] : firstVolumes) {
			const empty = VolumeConfig.resource(id, spec, { labels: { [systemVolumeLabel]: '' } });
			await runtime.modify(empty, (current) => withSpec(current, spec));
		}
	},
});

/** Below it are the volumes that the user names. */
const userVolumes = '/var/mnt';
