import { sysctls, sysfsValues } from '@ichor/machinery/effective';
import { KernelParamSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The parameters of the kernel that the configuration names. */
export const kernelParamConfigController: Controller = reconciling({
	name: 'runtime.KernelParamConfigController',
	inputs: [configInput],
	outputs: [{ type: KernelParamSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		runtime.startTrackingOutputs();
		const wanted = config === undefined ? [] : [...prefixed('proc.sys', sysctls(config)), ...prefixed('sys', sysfsValues(config))];
		for (const [id, value] of wanted) await publish(runtime, KernelParamSpec, id, { value, ignoreErrors: false });
		await runtime.cleanupOutputs(KernelParamSpec.kind);
	},
});

function prefixed(prefix: string, values: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
	return [...values].map(([name, value]) => [`${prefix}.${name}`, value]);
}
