import type { DocumentKind } from '../../document.ts';
import { certificateAndKeyProblem, hasCertificate } from '../meta/certificate.ts';
import { type RegistryTLSConfig, registryTLSConfigSchema } from './registry-tls-config.gen.ts';

/** How the connection to a registry is secured. */
export const registryTLSConfig: DocumentKind<RegistryTLSConfig> = {
	kind: 'RegistryTLSConfig',
	schema: registryTLSConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate({ name, ca = '', clientIdentity }, problems) {
		if ((name ?? '') === '') problems.error(['name'], 'name must be specified');
		if (ca !== '' && !hasCertificate(ca)) problems.error(['ca'], 'ca must be a valid PEM-encoded certificate');
		const problem = clientIdentity === undefined ? undefined : certificateAndKeyProblem(clientIdentity);
		if (problem !== undefined) problems.error(['clientIdentity'], `client identity: ${problem}`);
	},
};
