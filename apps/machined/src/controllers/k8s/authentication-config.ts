import { type MachineConfig, plainValue } from '@ichor/machinery/config';
import { authentication } from '@ichor/machinery/effective';
import { AuthenticationConfig, type AuthenticationConfigSpec, authenticationConfigId } from '@ichor/machinery/resources';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { jsonObject } from './json.ts';

/** How the API server finds out who asks, where the configuration says it. */
export const authenticationConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneAuthenticationController',
	type: AuthenticationConfig,
	id: authenticationConfigId,
	spec: authenticationConfiguration,
});

/** What the user says, as an object that the API server reads; whether it makes sense is the API server's to judge. */
export function authenticationConfiguration(config: MachineConfig): AuthenticationConfigSpec | undefined {
	const configured = authentication(config);
	return configured && { config: { ...jsonObject(plainValue(configured)), ...kind } };
}

/** In the version that every API server since 1.30 reads. */
const kind = { apiVersion: 'apiserver.config.k8s.io/v1beta1', kind: 'AuthenticationConfiguration' };
