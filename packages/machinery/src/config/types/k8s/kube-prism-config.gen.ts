// Generated from model/k8s/kube-prism-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Gives the node a local address for the Kubernetes API that survives the loss of the load balancer.
 * The kubelet and host-network components connect to it. Takes the place of `machine.features.kubePrism`; with both, the
 * configuration is refused. Without either, there is none.
 */
export interface KubePrismConfig extends DocumentMeta {
	/**
	 * Port on `127.0.0.1`, 1 to 65535.
	 * Connections go to the fastest of the healthy control plane nodes and the cluster's endpoint. Generated
	 * configurations have 7445.
	 */
	readonly port?: Integer;
	/**
	 * Name that the kubelet expects in the API server's certificate, and asks for with SNI.
	 * For control planes behind a proxy that routes by name. Absent, the address that is connected to counts.
	 */
	readonly tlsServerName?: string;
}

export const kubePrismConfigSchema: StructSchema = {
	name: 'k8s.KubePrismConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'port', type: scalar.int },
		{ name: 'tlsServerName', type: scalar.string, omitEmpty: true },
	],
};
