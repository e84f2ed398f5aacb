import { HostnameStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** The machine's name as the kernel has it. */
export interface HostnameStatusSpec {
	readonly hostname: string;
	readonly domainname: string;
}

export const HostnameStatus: ResourceType<HostnameStatusSpec> = defineResource({
	type: 'HostnameStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['hostname'],
	printColumns: [
		{ name: 'Hostname', jsonPath: '{.hostname}' },
		{ name: 'Domainname', jsonPath: '{.domainname}' },
	],
	codec: messageCodec(
		HostnameStatusSpecSchema,
		(spec) => spec,
		({ hostname, domainname }) => ({ hostname, domainname }),
	),
});

export const hostnameId = 'hostname';

/** The name with its domain, when it has one. */
export function fullyQualified({ hostname, domainname }: HostnameStatusSpec): string {
	return domainname === '' ? hostname : `${hostname}.${domainname}`;
}
