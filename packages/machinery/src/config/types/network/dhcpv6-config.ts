import type { DocumentKind } from '../../document.ts';
import { checkClientIdentifier } from './dhcp-client-identifier.ts';
import { type DHCPv6Config, dhcpv6ConfigSchema } from './dhcpv6-config.gen.ts';

/** A DHCPv6 client on a link. */
export const dhcpv6Config: DocumentKind<DHCPv6Config> = {
	kind: 'DHCPv6Config',
	schema: dhcpv6ConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(client, problems) {
		if (!client.name) problems.error(['name'], 'name must be specified');
		checkClientIdentifier(client, problems);
	},
};
