import { defineResource, type ResourceType } from '@ichor/runtime';

/** A name server that the node's own one asks; its id is its place in the order and its address. */
export interface DNSUpstreamSpec {
	/** As people see it: `true`, `false`. */
	readonly healthy: string;
	/** `1.1.1.1:53`. */
	readonly addr: string;
}

export const DNSUpstream: ResourceType<DNSUpstreamSpec> = defineResource({
	type: 'DNSUpstreams.net.talos.dev',
	namespace: 'network',
	printColumns: [
		{ name: 'Healthy', jsonPath: '{.healthy}' },
		{ name: 'Address', jsonPath: '{.addr}' },
	],
	// upstream has no message for it: clients see it only as YAML
	codec: {
		encode: () => new Uint8Array(),
		decode: () => ({ healthy: 'false', addr: '' }),
		view: ({ healthy, addr }) => ({ healthy, addr }),
	},
});
