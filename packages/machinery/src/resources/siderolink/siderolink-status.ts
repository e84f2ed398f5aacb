import { StatusSpecSchema } from '@ichor/api/resource/definitions/siderolink';
import { defineResource } from '@ichor/runtime';
import { flag, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether the tunnel to the managing server stands. */
export const SiderolinkStatus = defineResource({
	type: 'SiderolinkStatuses.siderolink.talos.dev',
	namespace: 'config',
	printColumns: [
		{ name: 'Host', jsonPath: '{.host}' },
		{ name: 'Connected', jsonPath: '{.connected}' },
	],
	codec: specCodec(StatusSpecSchema, {
		host: text,
		connected: flag,
		linkName: text,
		grpcTunnel: flag,
	}),
});

export type SiderolinkStatusSpec = SpecOf<typeof SiderolinkStatus>;

export const siderolinkStatusId = 'siderolink-status';
