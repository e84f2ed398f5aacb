import type { OperatorSpecSpec } from '@ichor/machinery/resources';
import type { Context } from '@ichor/std';
import { type AddressRouting, askCloud, CloudError } from './cloud-api.ts';

type EquinixMetalSpec = NonNullable<NonNullable<OperatorSpecSpec['vip']>['equinixMetal']>;

/** Where Equinix Metal answers. */
interface EquinixMetalPlaces {
	readonly api: string;
	/** Answers with what the machine is. */
	readonly metadata: string;
}

const equinixMetalPlaces: EquinixMetalPlaces = {
	api: 'https://api.equinix.com/metal/v1',
	metadata: 'https://metadata.platformequinix.com/metadata',
};

/** Which machine this is, and of which project. Throws CloudError. */
export async function findInEquinixMetal(context: Context, apiToken: string, places = equinixMetalPlaces): Promise<EquinixMetalSpec> {
	const { id: deviceID } = (await askCloud(context, { url: places.metadata, headers: {} }, 'GET', '')) as { readonly id: string };
	const device = (await askCloud(context, apiOf(apiToken, places), 'GET', `/devices/${deviceID}?include=project`)) as {
		readonly project: { readonly id: string };
	};
	return { projectID: device.project.id, deviceID, apiToken };
}

/** Assigns an address of the project to the machine. */
export function equinixMetalRouting(
	ip: string,
	{ projectID, deviceID, apiToken }: EquinixMetalSpec,
	places = equinixMetalPlaces,
): AddressRouting {
	const api = apiOf(apiToken, places);
	let assignment: string | undefined;
	return {
		async acquire(context) {
			const { ip_addresses: addresses } = (await askCloud(context, api, 'GET', `/projects/${projectID}/ips`)) as {
				readonly ip_addresses: readonly { readonly address: string; readonly assignments?: readonly { readonly href: string }[] }[];
			};
			for (const { href } of addresses.find(({ address }) => address === ip)?.assignments ?? [])
				await unassign(context, href.slice(href.lastIndexOf('/') + 1));
			const made = (await askCloud(context, api, 'POST', `/devices/${deviceID}/ips`, { address: ip })) as { readonly id: string };
			assignment = made.id;
		},
		async release(context) {
			if (assignment === undefined) return;
			await unassign(context, assignment);
			assignment = undefined;
		},
	};

	/** The next machine may have ended it first. */
	async function unassign(context: Context, id: string): Promise<void> {
		try {
			await askCloud(context, api, 'DELETE', `/ips/${id}`);
		} catch (error) {
			if (!(error instanceof CloudError) || error.code !== 'not-found') throw error;
		}
	}
}

function apiOf(apiToken: string, { api }: EquinixMetalPlaces) {
	return { url: api, headers: { 'x-auth-token': apiToken } };
}
