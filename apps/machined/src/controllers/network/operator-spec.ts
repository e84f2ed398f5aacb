import type { ElectionStore } from '@ichor/etcd';
import {
	AddressSpec,
	type AddressSpecSpec,
	addressId,
	HostnameStatus,
	hostnameId,
	LinkStatus,
	MachineStatus,
	machineStatusId,
	OperatorSpec,
	type OperatorSpecSpec,
	Service,
} from '@ichor/machinery/resources';
import type { Controller, ControllerRuntime } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import type { HoldingPorts } from './operators/held-address.ts';
import { type RunningOperator, startVip } from './operators/vip.ts';
import { wishFor } from './wishes.ts';

/** What operators need of the machine besides resources. */
export interface OperatorPorts extends HoldingPorts {
	/** Opens the election of this machine's own etcd member. */
	openElection(): Promise<ElectionStore>;
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
		],
		outputs: [{ type: AddressSpec.type, kind: 'shared' }],
		async run(context, runtime) {
			const running = new Map<string, RunningOperator>();
			const refused = new Set<string>();
			try {
				while (await runtime.nextReconcile()) {
					const wanted = await wantedOperators(context, runtime, refused);
					const ending = [...running].filter(([id]) => !wanted.has(id));
					await Promise.all(ending.map(async ([, operator]) => await operator.stop()));
					for (const [id] of ending) running.delete(id);
					for (const [id, { spec, candidate }] of wanted) {
						if (running.has(id) || spec.vip === undefined) continue;
						running.set(id, startVip(context, { spec, vip: spec.vip, candidate, ports, onChange: () => runtime.queueReconcile() }));
					}
					const specs = [...running.values()].flatMap((operator) => operator.addresses());
					await wishFor(runtime, AddressSpec, specs.map(wish));
					runtime.resetRestartBackoff();
				}
			} finally {
				await Promise.all([...running.values()].map(async (operator) => await operator.stop()));
			}
		},
	};
}

function wish(spec: AddressSpecSpec): { id: string; spec: AddressSpecSpec; origin: string } {
	return { origin: `vip/${spec.linkName}`, id: addressId(spec.linkName, spec.address), spec };
}

/** What must run now, with what tells one run from another: an operator of another candidate is another operator. */
async function wantedOperators(
	context: Context,
	runtime: ControllerRuntime,
	refused: Set<string>,
): Promise<ReadonlyMap<string, { readonly spec: OperatorSpecSpec; readonly candidate: string }>> {
	const up = new Set(
		(await runtime.list(LinkStatus.kind)).filter(({ spec }) => spec.operationalState === 'up').map(({ metadata }) => metadata.id),
	);
	const candidate = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec.hostname;
	const mayCampaign = candidate !== undefined && (await etcdIsThere(runtime)) && !(await isEnding(runtime));
	const wanted = new Map<string, { readonly spec: OperatorSpecSpec; readonly candidate: string }>();
	for (const { metadata, spec } of await runtime.list(OperatorSpec.kind)) {
		if (metadata.phase !== 'running' || (spec.requireUp && !up.has(spec.linkName))) continue;
		if (spec.operator !== 'vip') {
			if (!refused.has(metadata.id))
				context.log('error', 'this operator is not implemented: the link keeps what it has', { operator: metadata.id });
			refused.add(metadata.id);
		} else if (mayCampaign) wanted.set(`${metadata.id} ${candidate}`, { spec, candidate });
	}
	return wanted;
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
