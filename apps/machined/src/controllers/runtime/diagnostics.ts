import { Diagnostic } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { unimplementedIn } from '../../boot/unimplemented.ts';
import { publish } from '../publish.ts';

/** What is wrong with the machine that a person can do something about: what its configuration asks for in vain. */
export const diagnosticsController: Controller = reconciling({
	name: 'runtime.DiagnosticsController',
	inputs: [configInput],
	outputs: [{ type: Diagnostic.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		runtime.startTrackingOutputs();
		for (const { id, message, places } of config === undefined ? [] : unimplementedIn(config))
			await publish(runtime, Diagnostic, `unimplemented-${id}`, { message, details: [...places] });
		await runtime.cleanupOutputs(Diagnostic.kind);
	},
});
