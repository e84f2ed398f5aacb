import { kernelModules } from '@ichor/machinery/effective';
import { KernelModuleSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The kernel modules that the configuration names. In a container they are the host's business: nothing loads them. */
export const kernelModuleConfigController: Controller = reconciling({
	name: 'runtime.KernelModuleConfigController',
	inputs: [configInput],
	outputs: [{ type: KernelModuleSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		runtime.startTrackingOutputs();
		for (const { name, parameters } of config === undefined ? [] : kernelModules(config)) {
			await publish(runtime, KernelModuleSpec, name, { string: name, parameters });
		}
		await runtime.cleanupOutputs(KernelModuleSpec.kind);
	},
});
