import { StatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource, type ResourceType } from '@ichor/runtime';
import { flag, specCodec } from '../spec/index.ts';

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
	codec: specCodec(StatusSpecSchema, { addressReady: flag, connectivityReady: flag, hostnameReady: flag, etcFilesReady: flag }),
});

export const networkStatusId = 'status';
