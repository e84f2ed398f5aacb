import { documentsOf } from '@ichor/machinery/config';
import { EthernetSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** What the configuration wants network cards to be set to. */
export const ethernetConfigController: Controller = reconciling({
	name: 'network.EthernetConfigController',
	inputs: [configInput],
	outputs: [{ type: EthernetSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		runtime.startTrackingOutputs();
		for (const { name = '', value } of config === undefined ? [] : documentsOf(config, 'EthernetConfig')) {
			const { rings, features, channels, wakeOnLan } = value;
			await publish(runtime, EthernetSpec, name, {
				...(rings === undefined ? {} : { rings }),
				...(features === undefined ? {} : { features }),
				...(channels === undefined ? {} : { channels }),
				...(wakeOnLan === undefined ? {} : { wakeOnLan }),
			});
		}
		await runtime.cleanupOutputs(EthernetSpec.kind);
	},
});
