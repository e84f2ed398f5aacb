import { kmsgLogDestinations } from '@ichor/machinery/effective';
import { KmsgLogConfig, kmsgLogConfigId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Where the configuration wants the kernel's log to go. */
export const kmsgLogConfigController: Controller = reconciling({
	name: 'runtime.KmsgLogConfigController',
	inputs: [configInput],
	outputs: [{ type: KmsgLogConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const destinations = config === undefined ? [] : kmsgLogDestinations(config);
		runtime.startTrackingOutputs();
		if (destinations.length > 0) await publish(runtime, KmsgLogConfig, kmsgLogConfigId, { destinations });
		await runtime.cleanupOutputs(KmsgLogConfig.kind);
	},
});
