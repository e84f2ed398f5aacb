import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { writeRegistryHosts } from '../../services/registry-hosts.ts';

/** Keeps the registry mirrors where containerd reads them, at each pull: a change holds at once. */
export const criRegistryConfigController: Controller = reconciling({
	name: 'files.CRIRegistryConfigController',
	inputs: [configInput],
	outputs: [],
	async reconcile(_, runtime) {
		await writeRegistryHosts(await activeConfig(runtime));
	},
});
