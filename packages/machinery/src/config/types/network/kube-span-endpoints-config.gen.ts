// Generated from model/network/kube-span-endpoints-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { AddrPort } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Announces further addresses at which this machine's KubeSpan is reachable.
 * For addresses that the machine cannot know, such as that of a port forwarding.
 */
export interface KubeSpanEndpointsConfig extends DocumentMeta {
	/** Addresses with their UDP ports. */
	readonly extraAnnouncedEndpoints?: readonly AddrPort[];
}

export const kubeSpanEndpointsConfigSchema: StructSchema = {
	name: 'network.KubespanEndpointsConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'extraAnnouncedEndpoints', type: { of: 'list', item: scalar.plainAddrPort } },
	],
};
