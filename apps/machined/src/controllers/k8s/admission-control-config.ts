import { plainValue } from '@ichor/machinery/config';
import { admissionPlugins } from '@ichor/machinery/effective';
import { AdmissionControlConfig, admissionControlConfigId } from '@ichor/machinery/resources';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { jsonObject } from './json.ts';

/** Which plugins may refuse what is asked of the API server. */
export const admissionControlConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneAdmissionControlController',
	type: AdmissionControlConfig,
	id: admissionControlConfigId,
	spec: (config) => ({
		config: admissionPlugins(config).map(({ name, configuration }) => ({ name, configuration: jsonObject(plainValue(configuration)) })),
	}),
});
