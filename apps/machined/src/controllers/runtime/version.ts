import { Version } from '@ichor/machinery/resources';
import { versionTag } from '@ichor/machinery/versions';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

export const versionController: Controller = reconciling({
	name: 'runtime.VersionController',
	inputs: [],
	outputs: [{ type: Version.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		await publish(runtime, Version, 'version', { name: 'Ichor', version: versionTag });
	},
});
