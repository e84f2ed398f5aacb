// Generated from model/network/network-default-action-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { DefaultAction } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Decides what happens to incoming connections that no NetworkRuleConfig mentions.
 * Without the document everything is accepted and the firewall is off.
 */
export interface NetworkDefaultActionConfig extends DocumentMeta {
	/**
	 * Whether incoming traffic without a rule passes.
	 * Before you block, write rules for the machine API (50000), trustd (50001), the Kubernetes API (6443), etcd
	 * (2379-2380), the kubelet (10250) and your pod network, or you lock yourself out. Connections from the node itself
	 * and answers always pass.
	 * @default accept
	 */
	readonly ingress?: DefaultAction;
}

export const networkDefaultActionConfigSchema: StructSchema = {
	name: 'network.DefaultActionConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'ingress', type: scalar.defaultAction },
	],
};
