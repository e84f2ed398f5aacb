import type { DocumentKind } from '../../document.ts';
import { isAddress } from '../../scalars/subnet.ts';
import { type StaticHostConfig, staticHostConfigSchema } from './static-host-config.gen.ts';

/** Names in /etc/hosts for an address, which is the document's name. */
export const staticHostConfig: DocumentKind<StaticHostConfig> = {
	kind: 'StaticHostConfig',
	schema: staticHostConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '', hostnames }, problems) {
		if (name === '') problems.error(['name'], 'name is required');
		if (!isAddress(name)) problems.error(['name'], 'name must be a valid IP address');
		if (!hostnames?.length) problems.error(['hostnames'], 'at least one hostname is required');
	},
};
