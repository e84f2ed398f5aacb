import { defineResource, type ResourceType } from '@ichor/runtime';
import { record, type ShapedCodec, text } from '../spec/index.ts';

/** A name server that the node's own one asks; its id is its place in the order and its address. */
export interface DNSUpstreamSpec {
	/** As people see it: `true`, `false`. */
	readonly healthy: string;
	/** `1.1.1.1:53`. */
	readonly addr: string;
}

// upstream has no message for it: clients see it only as YAML
const codec: ShapedCodec<DNSUpstreamSpec> = {
	shape: record({ healthy: text, addr: text }).shape,
	encode: () => new Uint8Array(),
	decode: () => ({ healthy: 'false', addr: '' }),
	view: ({ healthy, addr }) => ({ healthy, addr }),
};

export const DNSUpstream: ResourceType<DNSUpstreamSpec> = defineResource({
	type: 'DNSUpstreams.net.talos.dev',
	namespace: 'network',
	printColumns: [
		{ name: 'Healthy', jsonPath: '{.healthy}' },
		{ name: 'Address', jsonPath: '{.addr}' },
	],
	codec,
});
