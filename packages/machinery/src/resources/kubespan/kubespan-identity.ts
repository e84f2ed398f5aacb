import { IdentitySpecSchema } from '@ichor/api/resource/definitions/kubespan';
import { defineResource } from '@ichor/runtime';
import { prefix, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Who this machine is among its peers. */
export const KubeSpanIdentity = defineResource({
	type: 'KubeSpanIdentities.kubespan.talos.dev',
	namespace: 'kubespan',
	printColumns: [
		{ name: 'Address', jsonPath: '{.address}' },
		{ name: 'PublicKey', jsonPath: '{.publicKey}' },
	],
	sensitive: true,
	codec: specCodec(IdentitySpecSchema, {
		address: prefix,
		subnet: prefix,
		privateKey: text,
		publicKey: text,
	}),
});

export type KubeSpanIdentitySpec = SpecOf<typeof KubeSpanIdentity>;

export const localKubeSpanIdentityId = 'local';
