import { documentsOf, type MachineConfig } from '@ichor/machinery/config';
import { clusterNetwork } from '@ichor/machinery/effective';
import {
	chainPriorities,
	filteredAddressId,
	HostDNSConfig,
	hostDNSConfigId,
	NfTablesChain,
	type NfTablesRule,
	NodeAddress,
	noKubernetesFilterId,
	plainAddresses,
	routedAddressId,
	wordOfNumber,
} from '@ichor/machinery/resources';
import { type Controller, type Reader, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The chains of the ingress firewall: none as long as the configuration does not speak of it. */
export const nfTablesChainConfigController: Controller = reconciling({
	name: 'network.NfTablesChainConfigController',
	inputs: [configInput, { ...NodeAddress.kind, kind: 'weak' }, { ...HostDNSConfig.kind, kind: 'weak' }],
	outputs: [{ type: NfTablesChain.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const firewall = config === undefined ? undefined : firewallOf(config);
		runtime.startTrackingOutputs();
		if (config !== undefined && firewall !== undefined) {
			const nameServer = (await runtime.find(HostDNSConfig.pointer(hostDNSConfigId)))?.spec.serviceHostDNSAddress;
			const network = clusterNetwork(config);
			const cluster = network === undefined ? [] : [...network.podSubnets, ...network.serviceSubnets];
			await publish(runtime, NfTablesChain, 'ingress', {
				type: 'filter',
				hook: 'input',
				priority: priority(chainPriorities.mangle + 10),
				policy: firewall.blocks ? 'drop' : 'accept',
				rules: [trustedLinks, ...(firewall.blocks ? alwaysLetIn(cluster, nameServer) : []), ...firewall.rules],
			});
			const addresses = await ownAddresses(runtime);
			if (addresses !== undefined)
				await publish(runtime, NfTablesChain, 'prerouting', {
					type: 'filter',
					hook: 'prerouting',
					priority: priority(chainPriorities['nat-dest'] - 10),
					policy: 'accept',
					rules: [
						trustedLinks,
						{ matchDestinationAddress: { includeSubnets: addresses, invert: true }, anonymousCounter: true, verdict: 'accept' },
						...firewall.rules.map((rule): NfTablesRule => ({ ...rule, matchConntrackState: isNew })),
						...(firewall.blocks ? newConnectionsRefused : []),
					],
				});
		}
		await runtime.cleanupOutputs(NfTablesChain.kind);
	},
});

interface Firewall {
	/** Whether what no rule speaks of is refused. */
	readonly blocks: boolean;
	readonly rules: readonly NfTablesRule[];
}

/** Undefined when it is off. */
function firewallOf(config: MachineConfig): Firewall | undefined {
	const blocks = documentsOf(config, 'NetworkDefaultActionConfig')[0]?.value.ingress === 'block';
	const documents = documentsOf(config, 'NetworkRuleConfig');
	if (!blocks && documents.length === 0) return undefined;
	const rules = documents.map(({ value: { portSelector, ingress = [] } }): NfTablesRule => {
		const except = ingress.flatMap((one) => (one.except === undefined || one.except === '' ? [] : [one.except]));
		return {
			matchSourceAddress: {
				includeSubnets: ingress.map(({ subnet = '' }) => subnet),
				...(except.length === 0 ? {} : { excludeSubnets: except }),
				// where all are let in, a rule keeps those out that it does not name
				...(blocks ? {} : { invert: true }),
			},
			matchLayer4: {
				protocol: portSelector?.protocol ?? 'tcp',
				matchDestinationPort: { ranges: (portSelector?.ports ?? []).map(portRange).sort((a, b) => a.lo - b.lo) },
			},
			anonymousCounter: true,
			verdict: blocks ? 'accept' : 'drop',
		};
	});
	return { blocks, rules };
}

function portRange(ports: number | string): { lo: number; hi: number } {
	const [lo = 0, hi = lo] = String(ports).split('-').map(Number);
	return { lo, hi };
}

/** The loopback, SideroLink and KubeSpan. */
const trustedLinks: NfTablesRule = {
	matchIIfName: { interfaceName: ['lo', 'siderolink', 'kubespan'], operator: '==' },
	anonymousCounter: true,
	verdict: 'accept',
};

const isNew: NonNullable<NfTablesRule['matchConntrackState']> = { states: ['new'] };

const newConnectionsRefused: readonly NfTablesRule[] = (['tcp', 'udp'] as const).map((protocol) => ({
	matchConntrackState: isNew,
	matchLayer4: { protocol },
	anonymousCounter: true,
	verdict: 'drop',
}));

/**
 * What a machine that blocks lets in besides what its rules say: answers, ICMP within limits, pods and services.
 *
 * @param cluster networks of pods and services
 * @param nameServer the node's own, where pods ask it
 */
function alwaysLetIn(cluster: readonly string[], nameServer: string | undefined): readonly NfTablesRule[] {
	const fromCluster = { matchSourceAddress: { includeSubnets: cluster } };
	const accepted = { anonymousCounter: true, verdict: 'accept' } as const;
	return [
		{ matchConntrackState: { states: ['established', 'related'] }, ...accepted },
		{ matchConntrackState: { states: ['invalid'] }, anonymousCounter: true, verdict: 'drop' },
		{ matchLayer4: { protocol: 'icmp', matchICMPType: { types: revealing } }, anonymousCounter: true, verdict: 'drop' },
		...(['icmp', 'icmpv6'] as const).map(
			(protocol): NfTablesRule => ({ matchLayer4: { protocol }, matchLimit: { packetRatePerSecond: 5 }, ...accepted }),
		),
		...(cluster.length === 0 || nameServer === undefined
			? []
			: (['udp', 'tcp'] as const).map(
					(protocol): NfTablesRule => ({
						...fromCluster,
						matchDestinationAddress: { includeSubnets: [`${nameServer}/32`] },
						matchLayer4: { protocol, matchDestinationPort: { ranges: [{ lo: 53, hi: 53 }] } },
						...accepted,
					}),
				)),
		...(cluster.length === 0 ? [] : [{ ...fromCluster, matchDestinationAddress: { includeSubnets: cluster }, ...accepted }]),
	];
}

/** CVE-1999-0524: they tell strangers the machine's clock and network. */
const revealing = ['timestamp-request', 'timestamp-reply', 'address-mask-request', 'address-mask-reply'] as const;

/** As networks of one address each; without those of pods and services where Kubernetes runs. */
async function ownAddresses(reader: Reader): Promise<readonly string[] | undefined> {
	const found =
		(await reader.find(NodeAddress.pointer(filteredAddressId(routedAddressId, noKubernetesFilterId)))) ??
		(await reader.find(NodeAddress.pointer(routedAddressId)));
	return found === undefined ? undefined : plainAddresses(found.spec).map((address) => `${address}/${address.includes(':') ? 128 : 32}`);
}

function priority(value: number): keyof typeof chainPriorities {
	return wordOfNumber('NfTablesChainPriority', chainPriorities, value);
}
