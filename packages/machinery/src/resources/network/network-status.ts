import { StatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { messageCodec } from '../codec.ts';

/** Which parts of the network are ready. */
export interface NetworkStatusSpec {
	readonly addressReady: boolean;
	readonly connectivityReady: boolean;
	readonly hostnameReady: boolean;
	readonly etcFilesReady: boolean;
}

export const NetworkStatus: ResourceType<NetworkStatusSpec> = defineResource({
	type: 'NetworkStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['netstatus', 'netstatuses'],
	printColumns: [
		{ name: 'Address', jsonPath: '{.addressReady}' },
		{ name: 'Connectivity', jsonPath: '{.connectivityReady}' },
		{ name: 'Hostname', jsonPath: '{.hostnameReady}' },
		{ name: 'Etc', jsonPath: '{.etcFilesReady}' },
	],
	codec: messageCodec(
		StatusSpecSchema,
		(spec) => spec,
		({ addressReady, connectivityReady, hostnameReady, etcFilesReady }) => ({
			addressReady,
			connectivityReady,
			hostnameReady,
			etcFilesReady,
		}),
	),
});

export const networkStatusId = 'status';
