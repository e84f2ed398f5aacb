import { DNSResolveCacheSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether a listener of the node's own name server runs; its id is `PROTOCOL-ADDRESS:PORT`. */
export const DNSResolveCache = defineResource({
	type: 'DNSResolveCaches.net.talos.dev',
	namespace: 'network',
	printColumns: [{ name: 'Status', jsonPath: '{.status}' }],
	codec: specCodec(DNSResolveCacheSpecSchema, {
		status: text,
	}),
});

export type DNSResolveCacheSpec = SpecOf<typeof DNSResolveCache>;
