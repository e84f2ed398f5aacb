import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { parseURL } from '../../scalars/url.ts';
import { type RegistryMirrorConfig, registryMirrorConfigSchema } from './registry-mirror-config.gen.ts';

/** Where the images of a registry are taken from instead. */
export const registryMirrorConfig: DocumentKind<RegistryMirrorConfig> = {
	kind: 'RegistryMirrorConfig',
	schema: registryMirrorConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate({ name, endpoints = [] }, problems) {
		if ((name ?? '') === '') problems.error(['name'], 'name must be specified');
		for (const [index, { url = '' }] of endpoints.entries()) {
			if (url === '') {
				problems.error(['endpoints', index, 'url'], `endpoints[${index}].url must be specified`);
				continue;
			}
			const { scheme } = parseURL(url);
			if (scheme === 'http' || scheme === 'https') continue;
			problems.error(['endpoints', index, 'url'], `endpoints[${index}].url has unsupported scheme: ${quote(scheme)}`);
		}
	},
};
