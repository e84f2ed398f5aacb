import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { type ExtensionServiceConfig, extensionServiceConfigSchema } from './extension-service-config.gen.ts';

/** Files and environment of a service that a system extension brings. */
export const extensionServiceConfig: DocumentKind<ExtensionServiceConfig> = {
	kind: 'ExtensionServiceConfig',
	schema: extensionServiceConfigSchema,
	since: 'v1.7',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '', configFiles = [], environment = [] }, problems) {
		if (name === '') return problems.error(['name'], 'name is required');
		if (configFiles.length === 0 && environment.length === 0) {
			return problems.error([], `no config files found for extension ${quote(name)}`);
		}
		for (const [index, { content = '', mountPath = '' }] of configFiles.entries()) {
			const missing = content === '' ? 'content' : mountPath === '' ? 'mount path' : undefined;
			if (missing === undefined) continue;
			return problems.error(['configFiles', index], `extension ${missing} is required for extension ${quote(name)}`);
		}
	},
};
