import type { OperatorSpecSpec } from '@ichor/machinery/resources';
import type { Context } from '@ichor/std';
import type { AddressRouting } from './cloud-api.ts';
import { equinixMetalRouting, findInEquinixMetal } from './equinix-metal.ts';
import { findInHCloud, hcloudRouting } from './hcloud.ts';

type Vip = NonNullable<OperatorSpecSpec['vip']>;

/** What a shared address needs of the cloud that its machines are in. */
export interface Clouds {
	/** Who this machine is there. Throws CloudError. */
	find(context: Context, ip: string, cloud: 'hcloud' | 'equinixMetal', apiToken: string): Promise<Pick<Vip, 'hcloud' | 'equinixMetal'>>;
	/** Undefined for an address that no cloud knows of. */
	routing(vip: Vip): AddressRouting | undefined;
}

/** Over the internet. */
export const clouds: Clouds = {
	async find(context, ip, cloud, apiToken) {
		if (cloud === 'hcloud') return { hcloud: await findInHCloud(context, ip, apiToken) };
		return { equinixMetal: await findInEquinixMetal(context, apiToken) };
	},
	routing({ ip, hcloud, equinixMetal }) {
		if (hcloud !== undefined) return hcloudRouting(ip, hcloud);
		return equinixMetal === undefined ? undefined : equinixMetalRouting(ip, equinixMetal);
	},
};
