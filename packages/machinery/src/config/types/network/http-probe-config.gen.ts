// Generated from model/network/http-probe-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration, URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import type { CommonProbe } from './common-probe.gen.ts';

/**
 * Judges the connection to the network by fetching a page.
 * The network counts as connected only while all probes succeed.
 */
export interface HTTPProbeConfig extends DocumentMeta, CommonProbe {
	/** Names the probe, in its status. */
	readonly name?: string;
	/**
	 * Page to fetch, `http` or `https`.
	 * Answers from 200 to 399 are a success; redirects are not followed.
	 */
	readonly url?: URLText;
	/**
	 * Time that the page may take.
	 * @default 10s
	 */
	readonly timeout?: Duration;
}

export const httpProbeConfigSchema: StructSchema = {
	name: 'network.HTTPProbeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'interval', type: scalar.duration, omitEmpty: true, from: 'network.CommonProbeConfig' },
		{ name: 'failureThreshold', type: scalar.int, omitEmpty: true, from: 'network.CommonProbeConfig' },
		{ name: 'url', type: scalar.urlText },
		{ name: 'timeout', type: scalar.duration, omitEmpty: true },
	],
};
