import type { DocumentKind } from '../../document.ts';
import { checkClientIdentifier } from './dhcp-client-identifier.ts';
import { type DHCPv4Config, dhcpv4ConfigSchema } from './dhcpv4-config.gen.ts';

/** A DHCPv4 client on a link. */
export const dhcpv4Config: DocumentKind<DHCPv4Config> = {
	kind: 'DHCPv4Config',
	schema: dhcpv4ConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(client, problems) {
		if (!client.name) problems.error(['name'], 'name must be specified');
		checkClientIdentifier(client, problems);
	},
};
