// Generated from model/network/tcp-probe-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import type { CommonProbe } from './common-probe.gen.ts';

/**
 * Judges the connection to the network by connecting to a port.
 * The network counts as connected only while all probes succeed.
 */
export interface TCPProbeConfig extends DocumentMeta, CommonProbe {
	/** Names the probe, in its status. */
	readonly name?: string;
	/** Host and port to connect to. */
	readonly endpoint?: string;
	/**
	 * Time that connecting may take.
	 * @default 10s
	 */
	readonly timeout?: Duration;
}

export const tcpProbeConfigSchema: StructSchema = {
	name: 'network.TCPProbeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'interval', type: scalar.duration, omitEmpty: true, from: 'network.CommonProbeConfig' },
		{ name: 'failureThreshold', type: scalar.int, omitEmpty: true, from: 'network.CommonProbeConfig' },
		{ name: 'endpoint', type: scalar.string },
		{ name: 'timeout', type: scalar.duration, omitEmpty: true },
	],
};
