import { fromBinary } from '@bufbuild/protobuf';
import { MachineStatusEvent_MachineStage as Stage } from '@ichor/api/machine';
import { MachineStatusSpecSchema } from '@ichor/api/resource/definitions/runtime';
import type { TalosServices } from '@ichor/client/api';
import type { Context } from '@ichor/std';
import type { NodeEventPayload } from './node-event.ts';

/** What keeps a node from being ready, each without what explains it: `network`, `services/kubelet`. */
export type Faults = ReadonlySet<string>;

/** What keeps a node from being ready now. Undefined when nothing does, and when it cannot tell or may not be asked. */
export async function faultsOf({ state }: Pick<TalosServices, 'state'>, { signal }: Context): Promise<Faults | undefined> {
	try {
		const { resource } = await state.get({ namespace: 'runtime', type: 'MachineStatuses.runtime.talos.dev', id: 'machine' }, { signal });
		const { status } = fromBinary(MachineStatusSpecSchema, resource?.spec?.protoSpec ?? new Uint8Array());
		return status === undefined || status.ready ? undefined : faultsIn(status.unmetConditions);
	} catch {
		return undefined;
	}
}

/**
 * Tells when a node that was not ready before it was restarted has come back as it was: with no fault that it did not have, for
 * as long as {@link patience}. One whose images nobody has, for one, would never be ready, however long it is waited for.
 */
export class Settling {
	readonly #before: Faults | undefined;
	readonly #settled: (faults: Faults) => void;
	#timer: NodeJS.Timeout | undefined;

	/** @param before undefined for a node that was ready: it never settles for less */
	constructor(before: Faults | undefined, settled: (faults: Faults) => void) {
		this.#before = before;
		this.#settled = settled;
	}

	/** Takes note of an event of the node that has come back. Returns whether from now on it is only waited for whether it stays so. */
	see(event: NodeEventPayload): boolean {
		const before = this.#before;
		if (before === undefined || event.$typeName !== 'machine.MachineStatusEvent') return false;
		const faults = faultsIn(event.status?.unmetConditions ?? []);
		const back = event.stage === Stage.BOOTING || event.stage === Stage.RUNNING;
		if (!back || ![...faults].every((fault) => before.has(fault))) {
			this.close();
			return false;
		}
		if (this.#timer !== undefined) return false;
		this.#timer = setTimeout(() => this.#settled(faults), patience);
		return true;
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}

/** Milliseconds: what a restart has mended is seen to be so by then. */
const patience = 30_000;

function faultsIn(unmet: readonly { readonly name: string; readonly reason: string }[]): Faults {
	return new Set(
		unmet.flatMap(({ name, reason }) => {
			// several services stand in one reason, each with its cause behind it
			const services = name === 'services' ? [...reason.matchAll(/(\S+) not (?:running|healthy)/g)] : [];
			return services.length === 0 ? [name] : services.map(([, service = '']) => `${name}/${service}`);
		}),
	);
}
