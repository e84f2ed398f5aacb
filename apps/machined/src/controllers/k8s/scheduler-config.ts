import { plainValue } from '@ichor/machinery/config';
import { scheduler } from '@ichor/machinery/effective';
import { SchedulerConfig, schedulerConfigId } from '@ichor/machinery/resources';
import { argumentMapOf, resourcesOf, volumesOf } from './component-fields.ts';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { jsonObject } from './json.ts';

/** How the scheduler is to run. */
export const schedulerConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneSchedulerController',
	type: SchedulerConfig,
	id: schedulerConfigId,
	spec(config) {
		const component = scheduler(config);
		if (component === undefined) return undefined;
		return {
			enabled: component.enabled,
			image: component.image,
			extraArgs: argumentMapOf(component.extraArgs),
			extraVolumes: volumesOf(component.extraVolumes),
			environmentVariables: Object.fromEntries(component.env),
			resources: resourcesOf(component.resources),
			config: jsonObject(plainValue(component.config)),
		};
	},
});
