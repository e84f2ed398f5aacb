import type { OperatorSpecSpec } from '@ichor/machinery/resources';
import type { Context } from '@ichor/std';
import { isWithin } from '../../address-order.ts';
import { type AddressRouting, askCloud, CloudError } from './cloud-api.ts';

type HCloudSpec = NonNullable<NonNullable<OperatorSpecSpec['vip']>['hcloud']>;

/** Where the Hetzner Cloud answers. */
interface HCloudPlaces {
	readonly api: string;
	/** Answers with the machine's own number. */
	readonly instanceId: string;
}

const hcloudPlaces: HCloudPlaces = {
	api: 'https://api.hetzner.cloud/v1',
	instanceId: 'http://169.254.169.254/hetzner/v1/metadata/instance-id',
};

/** Which machine this is, and for a private address which of its networks that is in. Throws CloudError. */
export async function findInHCloud(context: Context, ip: string, apiToken: string, places = hcloudPlaces): Promise<HCloudSpec> {
	const deviceID = Number(await askCloud(context, { url: places.instanceId, headers: {} }, 'GET', ''));
	if (!Number.isSafeInteger(deviceID) || deviceID <= 0)
		throw new CloudError('refused', 'the Hetzner Cloud does not say which machine this is');
	const spec = { deviceID, networkID: 0, apiToken };
	if (!privateNetworks.some((network) => isWithin(network, ip))) return spec;
	const api = apiOf(apiToken, places);
	const { server } = (await askCloud(context, api, 'GET', `/servers/${deviceID}`)) as { readonly server: Server };
	for (const { network } of server.private_net) {
		const found = (await askCloud(context, api, 'GET', `/networks/${network}`)) as { readonly network: { readonly ip_range: string } };
		if (isWithin(found.network.ip_range, ip)) return { ...spec, networkID: network };
	}
	throw new CloudError('not-found', `the machine is in no network of the Hetzner Cloud that ${ip} is in`);
}

/** Gives a private address to the machine as an alias, a public one as a floating IP. */
export function hcloudRouting(ip: string, { deviceID, networkID, apiToken }: HCloudSpec, places = hcloudPlaces): AddressRouting {
	const api = apiOf(apiToken, places);
	return {
		async acquire(context) {
			if (networkID === 0) return await assignFloating(context);
			const servers = await allServers(context);
			// an address can be an alias of one machine only
			for (const server of servers) if (server.id !== deviceID && aliasesOf(server).includes(ip)) await setAliases(context, server, false);
			const own = servers.find(({ id }) => id === deviceID);
			if (own === undefined) throw new CloudError('not-found', `the Hetzner Cloud has no machine ${deviceID} for this token`);
			await setAliases(context, own, true);
		},
		async release(context) {
			// a floating IP stays where it is until the next machine takes it
			if (networkID === 0) return;
			const { server } = (await askCloud(context, api, 'GET', `/servers/${deviceID}`)) as { readonly server: Server };
			if (aliasesOf(server).includes(ip)) await setAliases(context, server, false);
		},
	};

	function aliasesOf(server: Server): readonly string[] {
		return server.private_net.find(({ network }) => network === networkID)?.alias_ips ?? [];
	}

	/** Other aliases of the machine stay: they are somebody else's. */
	async function setAliases(context: Context, server: Server, included: boolean): Promise<void> {
		const others = aliasesOf(server).filter((alias) => alias !== ip);
		const body = { network: networkID, alias_ips: included ? [...others, ip] : others };
		await askCloud(context, api, 'POST', `/servers/${server.id}/actions/change_alias_ips`, body);
	}

	async function allServers(context: Context): Promise<readonly Server[]> {
		return await allPages<Server>(context, '/servers', 'servers');
	}

	async function assignFloating(context: Context): Promise<void> {
		const floating = await allPages<{ readonly id: number; readonly ip: string }>(context, '/floating_ips', 'floating_ips');
		// of IPv6 it is a network, of which the address is the first
		const found = floating.find((one) => one.ip.split('/')[0] === ip);
		if (found === undefined) throw new CloudError('not-found', `the Hetzner Cloud has no floating IP ${ip} for this token`);
		await askCloud(context, api, 'POST', `/floating_ips/${found.id}/actions/assign`, { server: deviceID });
	}

	async function allPages<Item>(context: Context, path: string, key: string): Promise<readonly Item[]> {
		const items: Item[] = [];
		for (let page: number | null = 1; page !== null; ) {
			const answer = (await askCloud(context, api, 'GET', `${path}?page=${page}&per_page=50`)) as Page<Item>;
			items.push(...((answer[key] as readonly Item[] | undefined) ?? []));
			page = answer.meta?.pagination?.next_page ?? null;
		}
		return items;
	}
}

interface Server {
	readonly id: number;
	readonly private_net: readonly { readonly network: number; readonly alias_ips: readonly string[] }[];
}

type Page<Item> = { readonly meta?: { readonly pagination?: { readonly next_page: number | null } } } & {
	readonly [key: string]: readonly Item[] | unknown;
};

function apiOf(apiToken: string, { api }: HCloudPlaces) {
	return { url: api, headers: { authorization: `Bearer ${apiToken}` } };
}

/** RFC 1918 and RFC 4193. */
const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'] as const;
