import type { DocumentKind } from '../../document.ts';
import { type RegistryAuthConfig, registryAuthConfigSchema } from './registry-auth-config.gen.ts';

/** How to sign in to a registry. */
export const registryAuthConfig: DocumentKind<RegistryAuthConfig> = {
	kind: 'RegistryAuthConfig',
	schema: registryAuthConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate({ name, username = '', auth = '', identityToken = '' }, problems) {
		if ((name ?? '') === '') problems.error(['name'], 'name must be specified');
		if (username !== '' && identityToken !== '') {
			problems.error(['identityToken'], 'only one of username/password or identityToken authentication can be specified');
		}
		if (auth !== '' && (username !== '' || identityToken !== '')) {
			problems.error(['auth'], 'only one of auth, username/password or identityToken authentication can be specified');
		}
	},
};
