import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { type EnvironmentConfig, environmentConfigSchema } from './environment-config.gen.ts';

const posixName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Environment variables of the services of Talos and of the image pulls. */
export const environmentConfig: DocumentKind<EnvironmentConfig> = {
	kind: 'EnvironmentConfig',
	schema: environmentConfigSchema,
	since: 'v1.13',
	named: false,
	controlPlaneOnly: false,
	validate({ variables = {} }, problems) {
		for (const name of Object.keys(variables)) {
			if (!posixName.test(name)) problems.error(['variables', name], `invalid environment variable name: ${quote(name)}`);
		}
	},
};
