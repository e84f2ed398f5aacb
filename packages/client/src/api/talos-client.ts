import type { DescMethod, DescService } from '@bufbuild/protobuf';
import { ClusterService } from '@ichor/api/cluster';
import { State } from '@ichor/api/cosi';
import { InspectService } from '@ichor/api/inspect';
import { MachineService } from '@ichor/api/machine';
import { StorageService } from '@ichor/api/storage';
import { TimeService } from '@ichor/api/time';
import {
	type CallMetadata,
	type ClientTls,
	createClient,
	openChannel,
	pinCertificate,
	type RpcCallOptions,
	type RpcClient,
} from '@ichor/rpc';
import { ClientError } from '../errors.ts';
import type { TalosContext } from '../talosconfig/talosconfig.ts';
import { EndpointPool, endpointAddress, type PickedEndpoint } from './endpoint.ts';

export type TalosClientOptions = {
	/** The machines whose API is called: a name or an address, with a port or without. At least one. */
	readonly endpoints: readonly string[];
	/** The machines that calls are for, unless {@link TalosClient.node} or {@link TalosClient.nodes} says otherwise: none means the endpoint itself. */
	readonly nodes?: readonly string[];
	/** Sent beside every call, for proxies on the way: who asks, and for which cluster. */
	readonly metadata?: CallMetadata;
	/** Cancels every call that has no signal of its own. */
	readonly signal?: AbortSignal;
} & (
	| { readonly tls: ClientTls }
	/** For a machine in maintenance, which has no identity yet: whoever answers is believed. */
	| { readonly insecure: true }
	/** For a machine in maintenance, by what its console shows: SHA-256 of its public key, in base64. */
	| { readonly fingerprints: readonly string[] }
);

/** The services of a node's API. Calls throw RpcError. A call with many answers begins when they are first asked for. */
export interface TalosServices {
	readonly machine: RpcClient<typeof MachineService>;
	readonly cluster: RpcClient<typeof ClusterService>;
	readonly storage: RpcClient<typeof StorageService>;
	readonly time: RpcClient<typeof TimeService>;
	readonly inspect: RpcClient<typeof InspectService>;
	readonly state: RpcClient<typeof State>;
	/** Any other service. */
	service<Service extends DescService>(service: Service): RpcClient<Service>;
}

/** A connection to a cluster. Close it in the end. */
export interface TalosClient extends TalosServices {
	/** The same for one machine: answers are the machine's own. */
	node(node: string): TalosServices;
	/** The same for several machines: an answer has a message for each, which says whose it is. */
	nodes(nodes: readonly string[]): TalosServices;
	/** As they were given. */
	readonly endpoints: readonly string[];
	/** `HOST:PORT` of the endpoint that the last call went to. */
	endpoint(): string;
	close(): void;
}

/**
 * Opens the API of a cluster. Connections are made when they are first needed, but for fingerprints, which are checked
 * here.
 *
 * @throws ClientError `no-context` without endpoints
 * @throws RpcError `unavailable` when a fingerprint does not fit or its machine does not answer
 */
export async function openTalosClient(options: TalosClientOptions): Promise<TalosClient> {
	if (options.endpoints.length === 0) throw new ClientError('no-context', 'no endpoints: name the machines to call with --endpoints');
	const addresses = options.endpoints.map(endpointAddress);
	const pool = new EndpointPool(
		await Promise.all(
			addresses.map(async (address) => {
				const tls = await tlsFor(address, options);
				return { address, open: () => openChannel(address, { tls, keepalive }) };
			}),
		),
	);
	const { nodes = [], metadata, signal } = options;
	const services = (targets: CallMetadata): TalosServices => servicesOf(pool, { signal, metadata: { ...metadata, ...targets } });
	return {
		...services(nodes.length === 0 ? {} : { nodes }),
		node: (node) => services({ node }),
		nodes: (several) => services({ nodes: several }),
		endpoints: options.endpoints,
		endpoint: () => pool.current,
		close: () => pool.close(),
	};
}

/** Whom a talosconfig's context trusts, and who it is. Without an authority in it those of the system are trusted, as for Omni. */
export function tlsOfContext({ ca = '', crt = '', key = '' }: TalosContext): ClientTls {
	return {
		trust: ca === '' ? [] : [atob(ca)],
		...(crt === '' ? {} : { identity: { certificate: atob(crt), key: atob(key) } }),
	};
}

async function tlsFor(address: string, options: TalosClientOptions): Promise<ClientTls> {
	if ('tls' in options) return options.tls;
	if ('insecure' in options) return { trust: 'anyone' };
	return { trust: await pinCertificate(address, options.fingerprints, options.signal) };
}

function servicesOf(pool: EndpointPool, defaults: RpcCallOptions): TalosServices {
	const service = <Service extends DescService>(description: Service): RpcClient<Service> => pooledClient(description, pool, defaults);
	return {
		service,
		machine: service(MachineService),
		cluster: service(ClusterService),
		storage: service(StorageService),
		time: service(TimeService),
		inspect: service(InspectService),
		state: service(State),
	};
}

/**
 * Milliseconds, while a call is open. A stock node's server (grpc-go, keepalive.EnforcementPolicy) hangs up on a client that
 * pings more than once in five minutes.
 */
const keepalive = { interval: 310_000, timeout: 20_000 };

/** A client that chooses its endpoint at each call and adds the defaults to it. */
function pooledClient<Service extends DescService>(description: Service, pool: EndpointPool, defaults: RpcCallOptions): RpcClient<Service> {
	const callOn = ({ channel }: PickedEndpoint, { localName }: DescMethod): AnyCaller =>
		(createClient(description, channel) as unknown as Record<string, AnyCaller>)[localName] as AnyCaller;
	const withDefaults = (options: RpcCallOptions = {}): RpcCallOptions => ({
		...options,
		signal: options.signal ?? defaults.signal,
		metadata: { ...defaults.metadata, ...options.metadata },
	});
	const single = (method: DescMethod) => async (request: unknown, options?: RpcCallOptions) => {
		const picked = await pool.pick();
		try {
			return await callOn(picked, method)(request, withDefaults(options));
		} catch (error) {
			picked.failed(error);
			throw error;
		}
	};
	const many = (method: DescMethod) =>
		async function* (request: unknown, options?: RpcCallOptions) {
			const picked = await pool.pick();
			try {
				yield* callOn(picked, method)(request, withDefaults(options)) as AsyncIterable<unknown>;
			} catch (error) {
				picked.failed(error);
				throw error;
			}
		};
	const callers = description.methods.map((method) => [
		method.localName,
		method.methodKind === 'unary' || method.methodKind === 'client_streaming' ? single(method) : many(method),
	]);
	return Object.fromEntries(callers) as RpcClient<Service>;
}

/** A caller whose types have been forgotten; {@link TalosServices} has them. */
type AnyCaller = (request: unknown, options: RpcCallOptions) => unknown;
