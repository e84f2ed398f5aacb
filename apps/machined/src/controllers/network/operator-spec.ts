import type { ElectionStore } from '@ichor/etcd';
import {
	AddressSpec,
	APIServerConfig,
	addressId,
	apiServerConfigId,
	apiServerEndpointId,
	type ConfigLayer,
	Endpoint,
	HostnameSpec,
	HostnameStatus,
	type HostnameStatusSpec,
	hostnameId,
	kubeletNodeIPId,
	LinkSpec,
	LinkStatus,
	MachineStatus,
	machineStatusId,
	NodeIP,
	OperatorSpec,
	type OperatorSpecSpec,
	ResolverSpec,
	RouteSpec,
	resolversId,
	routeId,
	Service,
	TimeServerSpec,
	timeServersId,
} from '@ichor/machinery/resources';
import type { Controller, ControllerRuntime, ResourceType } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import type { Clouds } from './operators/cloud/clouds.ts';
import type { Dhcp4Ports } from './operators/dhcp4/ports.ts';
import { startDhcp4 } from './operators/dhcp4.ts';
import type { HoldingPorts } from './operators/held-address.ts';
import type { OperatorWishes, RunningOperator } from './operators/running-operator.ts';
import { startVip } from './operators/vip.ts';
import { wishFor } from './wishes.ts';

/** What operators need of the machine besides resources. */
export interface OperatorPorts extends HoldingPorts {
	/** Opens the election of this machine's own etcd member. */
	openElection(): Promise<ElectionStore>;
	readonly dhcp4: Dhcp4Ports;
	readonly clouds: Pick<Clouds, 'routing'>;
	/** Whether somebody listens at a port of TCP on this machine. */
	readonly isListening: (port: number) => Promise<boolean>;
}

/** Runs the operators of links that are up, and wants what they bring: until one that must end has let others have it. */
export function operatorSpecController(ports: OperatorPorts): Controller {
	return {
		name: 'network.OperatorSpecController',
		inputs: [
			{ ...OperatorSpec.kind, kind: 'weak' },
			{ ...LinkStatus.kind, kind: 'weak' },
			{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
			{ ...Service.kind, id: 'etcd', kind: 'weak' },
			{ ...MachineStatus.kind, id: machineStatusId, kind: 'weak' },
			{ ...APIServerConfig.kind, id: apiServerConfigId, kind: 'weak' },
			{ ...NodeIP.kind, id: kubeletNodeIPId, kind: 'weak' },
			{ ...Endpoint.kind, id: apiServerEndpointId, kind: 'weak' },
		],
		outputs: [AddressSpec, LinkSpec, RouteSpec, HostnameSpec, ResolverSpec, TimeServerSpec].map(({ type }) => ({
			type,
			kind: 'shared' as const,
		})),
		async run(context, runtime) {
			const running = new Map<string, RunningOperator & { readonly origin: string }>();
			const refused = new Set<string>();
			const onChange = () => runtime.queueReconcile();
			let wasServing = false;
			try {
				while (await runtime.nextReconcile()) {
					const hostname = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec;
					const wanted = new Map((await wantedOperators(runtime, hostname)).map((one) => [JSON.stringify(one), one]));
					const ending = [...running].filter(([key]) => !wanted.has(key));
					await Promise.all(ending.map(async ([, operator]) => await operator.stop()));
					for (const [key] of ending) running.delete(key);
					for (const [key, one] of wanted) {
						const operator = running.has(key) ? undefined : start(context, one, onChange, refused);
						if (operator !== undefined) running.set(key, { ...operator, origin: `${one.spec.operator}/${one.spec.linkName}` });
					}
					for (const operator of running.values()) operator.hostnameIs?.(hostname);
					const serving = await isServing(runtime);
					if (wasServing && !serving) for (const operator of running.values()) operator.serverLeaves?.();
					wasServing = serving;
					await wishForAll(runtime, [...running.values()]);
					runtime.resetRestartBackoff();
				}
			} finally {
				await Promise.all([...running.values()].map(async (operator) => await operator.stop()));
			}
		},
	};

	function start(
		context: Context,
		{ spec, candidate, serverPort }: WantedOperator,
		onChange: () => void,
		refused: Set<string>,
	): RunningOperator | undefined {
		const { vip, dhcp4, linkName } = spec;
		if (vip !== undefined && candidate !== undefined) return startVip(context, { spec, vip, candidate, serverPort, ports, onChange });
		if (dhcp4 !== undefined) return startDhcp4(context, { linkName, dhcp4, kernel: ports.kernel, ports: ports.dhcp4, onChange });
		if (!refused.has(linkName)) context.log('error', `${spec.operator} is not implemented: the link keeps what it has`, { link: linkName });
		refused.add(linkName);
		return undefined;
	}
}

/** All that tells one run of an operator from another. */
interface WantedOperator {
	readonly spec: OperatorSpecSpec;
	/** Who campaigns for a shared address: an operator of another candidate is another operator. */
	readonly candidate?: string;
	/** Where the server is that a shared address leads to. */
	readonly serverPort?: number | undefined;
}

async function wantedOperators(runtime: ControllerRuntime, hostname: HostnameStatusSpec | undefined): Promise<readonly WantedOperator[]> {
	const links = new Map((await runtime.list(LinkStatus.kind)).map(({ metadata, spec }) => [metadata.id, spec.operationalState]));
	const candidate = hostname?.hostname;
	const mayCampaign = candidate !== undefined && (await etcdIsThere(runtime)) && !(await isEnding(runtime));
	const serverPort = (await runtime.find(APIServerConfig.pointer(apiServerConfigId)))?.spec.localPort;
	return (await runtime.list(OperatorSpec.kind)).flatMap(({ metadata, spec }): readonly WantedOperator[] => {
		const state = links.get(spec.linkName);
		const isUsable = state !== undefined && (!spec.requireUp || state === 'up' || state === 'unknown');
		if (metadata.phase !== 'running' || !isUsable) return [];
		if (spec.operator !== 'vip') return [{ spec }];
		return mayCampaign ? [{ spec, candidate, serverPort }] : [];
	});
}

/** Each wish bears the operator's name, so that what two of them want is told apart. */
async function wishForAll(
	runtime: ControllerRuntime,
	operators: readonly (RunningOperator & { readonly origin: string })[],
): Promise<void> {
	async function all<Spec extends { readonly layer: ConfigLayer }>(
		type: ResourceType<Spec>,
		of: (wishes: OperatorWishes) => readonly Spec[] | undefined,
		id: (spec: Spec) => string,
	): Promise<void> {
		const wishes = operators.flatMap((operator) =>
			(of(operator.wishes()) ?? []).map((spec) => ({ origin: operator.origin, id: id(spec), spec })),
		);
		await wishFor(runtime, type, wishes);
	}
	await all(
		AddressSpec,
		({ addresses }) => addresses,
		({ linkName, address }) => addressId(linkName, address),
	);
	await all(
		LinkSpec,
		({ links }) => links,
		({ name }) => name,
	);
	await all(RouteSpec, ({ routes }) => routes, routeId);
	await all(
		HostnameSpec,
		({ hostnames }) => hostnames,
		() => hostnameId,
	);
	await all(
		ResolverSpec,
		({ resolvers }) => resolvers,
		() => resolversId,
	);
	await all(
		TimeServerSpec,
		({ timeServers }) => timeServers,
		() => timeServersId,
	);
}

/**
 * Whether Kubernetes knows this machine's API server as one that serves: one that is told to end takes itself off that list at once,
 * and still answers for a while.
 */
async function isServing(runtime: ControllerRuntime): Promise<boolean> {
	const own = (await runtime.find(NodeIP.pointer(kubeletNodeIPId)))?.spec.addresses;
	const known = (await runtime.find(Endpoint.pointer(apiServerEndpointId)))?.spec.addresses;
	return own?.some((address) => known?.includes(address)) ?? false;
}

async function etcdIsThere(runtime: ControllerRuntime): Promise<boolean> {
	const etcd = (await runtime.find(Service.pointer('etcd')))?.spec;
	return etcd?.running === true && etcd.healthy;
}

/** A machine that goes hands over what it shares, while its etcd still runs. */
async function isEnding(runtime: ControllerRuntime): Promise<boolean> {
	const stage = (await runtime.find(MachineStatus.pointer(machineStatusId)))?.spec.stage;
	return stage === 'rebooting' || stage === 'shutting down' || stage === 'resetting';
}
