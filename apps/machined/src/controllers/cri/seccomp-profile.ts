import { plainValue, rootOf } from '@ichor/machinery/config';
import { SeccompProfile } from '@ichor/machinery/resources';
import { type Controller, reconciling, withSpec } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';

/** The seccomp profiles of the configuration, which pods name as `localhostProfile: profiles/NAME`. */
export const seccompProfileController: Controller = reconciling({
	name: 'cri.SeccompProfileController',
	inputs: [configInput],
	outputs: [{ type: SeccompProfile.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const profiles = (config && rootOf(config)?.machine?.seccompProfiles) ?? [];
		runtime.startTrackingOutputs();
		for (const profile of profiles) {
			const { name = '', value } = profile ?? {};
			const plain = plainValue(value);
			const spec = { name, value: typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? plain : {} };
			await runtime.modify(SeccompProfile.resource(name, spec), (current) => withSpec(current, spec));
		}
		await runtime.cleanupOutputs(SeccompProfile.kind);
	},
});
