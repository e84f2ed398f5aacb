import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { NamespaceSpecSchema as WireSpecSchema } from '@ichor/api/cosi';
import { defineResource, type ResourceType } from '../resource/resource-type.ts';
import { metaNamespace } from './resource-definition.ts';

/** What a namespace is for. */
export interface NamespaceSpec {
	readonly description: string;
}

/** The type of resource that describes namespaces. */
export const Namespace: ResourceType<NamespaceSpec> = defineResource({
	type: 'Namespaces.meta.cosi.dev',
	namespace: metaNamespace,
	aliases: ['ns'],
	codec: {
		encode: ({ description }) => toBinary(WireSpecSchema, create(WireSpecSchema, { description })),
		decode: (bytes) => ({ description: fromBinary(WireSpecSchema, bytes).description }),
		view: ({ description }) => ({ description }),
	},
});
