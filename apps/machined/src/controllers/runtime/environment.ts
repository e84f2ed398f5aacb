import { documentsOf, rootOf } from '@ichor/machinery/config';
import { Environment, machinedEnvironmentId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The environment of machined, with the variables of the configuration added to it: whatever it starts inherits them. */
export const environmentController: Controller = reconciling({
	name: 'runtime.EnvironmentController',
	inputs: [configInput],
	outputs: [{ type: Environment.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		if (config !== undefined) {
			const documents = documentsOf(config, 'EnvironmentConfig').map(({ value }) => value.variables ?? {});
			Object.assign(process.env, rootOf(config)?.machine?.env, ...documents);
		}
		const variables = Object.entries(process.env)
			.map(([name, value]) => `${name}=${value}`)
			.toSorted();
		await publish(runtime, Environment, machinedEnvironmentId, { variables });
	},
});
