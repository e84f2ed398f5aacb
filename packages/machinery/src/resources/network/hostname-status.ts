import { HostnameStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { specCodec, text } from '../spec/index.ts';

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
	codec: specCodec(HostnameStatusSpecSchema, { hostname: text, domainname: text }),
});

export const hostnameId = 'hostname';

/** The name with its domain, when it has one. */
export function fullyQualified({ hostname, domainname }: HostnameStatusSpec): string {
	return domainname === '' ? hostname : `${hostname}.${domainname}`;
}
