// Generated from model/network/hostname-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { AutoHostnameKind } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Sets the machine's host name, or how one is found.
 * Takes the place of `machine.network.hostname` and `machine.features.stableHostname`; with both, the configuration is
 * refused.
 */
export interface HostnameConfig extends DocumentMeta {
	/**
	 * Makes up a name when nothing else gives one.
	 * `stable` derives it from the machine's identity, so that it survives a reinstallation; `off` waits for DHCP or the
	 * platform. Next to `hostname` only `off` is allowed, so a patch that sets a host name must set this to `off` too.
	 */
	readonly auto?: AutoHostnameKind;
	/**
	 * The name; it beats DHCP and the platform.
	 * With dots, the first part is the host name and the rest its domain.
	 */
	readonly hostname?: string;
}

export const hostnameConfigSchema: StructSchema = {
	name: 'network.HostnameConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'auto', type: scalar.autoHostnameKind, nullable: true, omitEmpty: true },
		{ name: 'hostname', type: scalar.string, omitEmpty: true },
	],
};
