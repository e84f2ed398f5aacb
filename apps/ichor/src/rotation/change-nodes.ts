import { ApplyConfigurationRequest_Mode as ApplyMode } from '@ichor/api/machine';
import type { TalosClient, TalosServices } from '@ichor/client/api';
import { loadConfig, type MachineConfig } from '@ichor/machinery/config';
import { hasRpcCode } from '@ichor/rpc';
import { background, rest, withTimeout } from '@ichor/std';
import { activeId, configurationText, configurationType } from '../configuration/active-configuration.ts';
import { failureText } from '../nodes/failure-text.ts';
import { NotYet } from '../track/retry.ts';
import type { RotationOptions } from './rotation.ts';

/**
 * Changes the configuration of every node, one after another, control planes first, and says so. Throws Error at the first that fails.
 *
 * @param around a control plane is changed within it, for what it has to wait for
 */
export async function changeNodes(
	options: RotationOptions,
	client: TalosClient,
	change: (config: MachineConfig) => MachineConfig,
	around: AroundChange = async (_, apply) => await apply(),
): Promise<void> {
	for (const node of [...options.controlPlanes, ...options.workers]) {
		if (options.dryRun) {
			options.say(`  - ${node}: skipped (dry-run)`);
			continue;
		}
		try {
			const services = client.node(node);
			const apply = async () => await patiently(options.signal, async () => await changeNode(services, options.encode, change));
			await (options.controlPlanes.includes(node) ? around(services, apply) : apply());
		} catch (error) {
			throw new Error(`error patching all machine configs: error patching node ${node}: ${failureText(error)}`, { cause: error });
		}
		options.say(`  - ${node}: OK`);
	}
}

type AroundChange = (node: TalosServices, apply: () => Promise<void>) => Promise<void>;

/** Tries again for a minute while a node cannot be reached, as when it changes its certificates, or has {@link NotYet} done what it will. */
export async function patiently<Result>(signal: AbortSignal, action: () => Promise<Result>): Promise<Result> {
	const context = withTimeout({ ...background, signal }, patience);
	for (;;) {
		try {
			return await action();
		} catch (error) {
			if (!(error instanceof NotYet || hasRpcCode(error, 'unavailable', 'cancelled')) || context.signal.aborted) throw error;
			await rest(context, retryPause);
		}
	}
}

async function changeNode(
	{ state, machine }: TalosServices,
	encode: (config: MachineConfig) => string,
	change: (config: MachineConfig) => MachineConfig,
): Promise<void> {
	const { resource } = await state.get({ namespace: 'config', type: configurationType, id: activeId });
	if (resource === undefined) throw new Error('error fetching config resource: the node has none');
	const config = change(loadConfig(await configurationText(resource), { name: 'the configuration of the node', allowUnknown: true }));
	await machine.applyConfiguration({ data: new TextEncoder().encode(encode(config)), mode: ApplyMode.NO_REBOOT });
}

/** Milliseconds. */
const patience = 60_000;
const retryPause = 100;
