import { loggingDestinations } from '@ichor/machinery/effective';
import type { Controller } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { followLogs } from '../../logs/follow-logs.ts';
import { delivering } from '../../logs/log-delivery.ts';
import { eventOfLine } from '../../logs/log-event.ts';

/**
 * Sends what the services say to where the configuration wants it, from the beginning of their logs. After machined has
 * ended unexpectedly a line may be sent again; none is left out but those that the bounded logs no longer have.
 *
 * @param folder where the logs are
 */
export function logDeliveryController(folder: string): Controller {
	return {
		name: 'runtime.LogDeliveryController',
		inputs: [configInput],
		outputs: [],
		async run(context, runtime) {
			await delivering(context, {
				async produce(current, deliver) {
					await followLogs(current, folder, async (service, line) => {
						if (line.trim() === '') return;
						const event = eventOfLine(line.trim(), Date.now());
						await deliver({ ...event, fields: { ...event.fields, 'talos-service': service } });
					});
				},
				async configure(setDestinations) {
					while (await runtime.nextReconcile()) {
						const config = await activeConfig(runtime);
						setDestinations(config === undefined ? [] : loggingDestinations(config));
						runtime.resetRestartBackoff();
					}
				},
			});
		},
	};
}
