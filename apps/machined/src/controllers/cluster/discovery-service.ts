import { type DiscoveredAffiliate, DiscoveryClient } from '@ichor/discovery';
import {
	Affiliate,
	type AffiliateSpec,
	addressMessage,
	addressText,
	DiscoveryConfig,
	type DiscoveryConfigSpec,
	discoveryConfigId,
	Identity,
	localIdentityId,
	type MachineTypeName,
	rawAffiliateNamespace,
} from '@ichor/machinery/resources';
import { openChannel } from '@ichor/rpc';
import { type Controller, equalData, withSpec } from '@ichor/runtime';
import type { Context } from '@ichor/std';

/** Tells the discovery service of this machine, and keeps what it tells of the others. */
export const discoveryServiceController: Controller = {
	name: 'cluster.DiscoveryServiceController',
	inputs: [
		{ ...DiscoveryConfig.kind, id: discoveryConfigId, kind: 'weak' },
		{ ...Identity.kind, id: localIdentityId, kind: 'weak' },
		{ ...Affiliate.kind, kind: 'weak' },
	],
	outputs: [{ type: Affiliate.type, kind: 'shared' }],
	async run(context, runtime) {
		let session: Session | undefined;
		let config: DiscoveryConfigSpec | undefined;
		try {
			while (await runtime.nextReconcile()) {
				const wanted = (await runtime.find(DiscoveryConfig.pointer(discoveryConfigId)))?.spec;
				const nodeId = (await runtime.find(Identity.pointer(localIdentityId)))?.spec.nodeId;
				if (nodeId === undefined || wanted?.registryServiceEnabled !== true) {
					session?.close();
					session = config = undefined;
				} else if (session === undefined || !equalData(config, wanted)) {
					session?.close();
					session = new Session(context, wanted, nodeId, () => runtime.queueReconcile());
					config = wanted;
				}
				const local = nodeId === undefined ? undefined : await runtime.find(Affiliate.pointer(nodeId));
				if (local !== undefined) session?.announce(local.spec);
				runtime.startTrackingOutputs();
				for (const other of session?.others ?? []) {
					const resource = Affiliate.resource(`service/${other.nodeId}`, other, { namespace: rawAffiliateNamespace });
					await runtime.modify(resource, (current) => withSpec(current, other));
				}
				await runtime.cleanupOutputs({ ...Affiliate.kind, namespace: rawAffiliateNamespace });
			}
		} finally {
			session?.close();
		}
	},
};

/** What is told to and by one service, for as long as the configuration says so. */
class Session {
	readonly #end = new AbortController();
	readonly #client: DiscoveryClient;
	#told: AffiliateSpec | undefined;

	constructor(context: Context, config: DiscoveryConfigSpec, nodeId: string, changed: () => void) {
		const tls = config.serviceEndpointInsecure === true ? {} : { tls: { trust: [] } };
		this.#client = new DiscoveryClient(() => openChannel(config.serviceEndpoint, tls), {
			clusterId: config.serviceClusterID,
			secret: Uint8Array.from(config.serviceEncryptionKey),
			affiliateId: nodeId,
		});
		const signal = AbortSignal.any([context.signal, this.#end.signal]);
		void this.#client.run({ ...context, signal }, changed);
	}

	get others(): readonly AffiliateSpec[] {
		return this.#client.others.map(specOf);
	}

	announce(spec: AffiliateSpec): void {
		if (equalData(spec, this.#told)) return;
		this.#told = spec;
		const { addresses, controlPlane, nodename = '', kubespan: _, ...rest } = spec;
		this.#client.announce({
			affiliate: {
				...rest,
				nodename,
				addresses: addresses.map((address) => addressMessage(address).ip),
				...(controlPlane === undefined
					? {}
					: { controlPlane: { $typeName: 'sidero.discovery.client.ControlPlane', apiServerPort: controlPlane.port } }),
			},
			endpoints: [],
		});
	}

	close(): void {
		this.#end.abort();
	}
}

function specOf({ affiliate }: DiscoveredAffiliate): AffiliateSpec {
	const { nodeId, addresses, hostname, nodename, operatingSystem, machineType, controlPlane } = affiliate;
	return {
		nodeId,
		addresses: addresses.map((ip) => addressText({ ip })),
		hostname,
		...(nodename === '' ? {} : { nodename }),
		operatingSystem,
		machineType: machineType as MachineTypeName,
		...(controlPlane === undefined ? {} : { controlPlane: { port: controlPlane.apiServerPort } }),
	};
}
