import { fromBinary } from '@bufbuild/protobuf';
import { ServiceStateEvent_Action as Action, ServiceStateEventSchema } from '@ichor/api/machine';
import { Diagnostic, DNSUpstream, type UnmetCondition } from '@ichor/machinery/resources';
import type { Input, Reader } from '@ichor/runtime';
import type { MachineEvent } from '../../events/event-bus.ts';

/** What causes are found in. */
export const causeInputs: readonly Input[] = [
	{ ...DNSUpstream.kind, kind: 'weak' },
	{ ...Diagnostic.kind, kind: 'weak' },
];

/** Says behind the first condition what is known to be at the bottom of it: a fault of the machine, or of what it depends on. */
export async function withCauses(reader: Reader, unmet: readonly UnmetCondition[]): Promise<readonly UnmetCondition[]> {
	const [first, ...others] = unmet;
	if (first === undefined) return unmet;
	const causes = [...(await faults(reader)), ...(await silentNameServers(reader))];
	return causes.length === 0 ? unmet : [{ ...first, reason: `${first.reason}; ${causes.join('; ')}` }, ...others];
}

/** Why each service does not run, or is not well, in its own last words. */
export class ServiceWords {
	readonly #words = new Map<string, string>();

	/** True when this has changed something. */
	notice({ schema, value }: Pick<MachineEvent, 'schema' | 'value'>): boolean {
		if (schema !== ServiceStateEventSchema) return false;
		const { service, action, message, health } = fromBinary(ServiceStateEventSchema, value);
		const before = this.of(service);
		const unwell = health?.unknown === false && !health.healthy;
		const said = unwell
			? health.lastMessage
			: restarted.test(message) || action === Action.FAILED
				? message.replace(restarted, '')
				: undefined;
		// what it is about to do hides nothing: a service that is started again has failed still
		const now = said ?? (action === Action.RUNNING ? '' : before);
		this.#words.set(service, now);
		return now !== before;
	}

	/** Empty when nothing is known. */
	of(service: string): string {
		return this.#words.get(service) ?? '';
	}
}

/** Faults of the machine itself. What is not implemented is said elsewhere, and keeps nothing from being ready. */
async function faults(reader: Reader): Promise<readonly string[]> {
	const diagnostics = await reader.list(Diagnostic.kind);
	return diagnostics.filter(({ metadata }) => !metadata.id.startsWith('unimplemented-')).map(({ spec }) => spec.message);
}

async function silentNameServers(reader: Reader): Promise<readonly string[]> {
	const servers = (await reader.list(DNSUpstream.kind)).map(({ spec }) => spec);
	if (servers.length === 0 || servers.some(({ healthy }) => healthy === 'true')) return [];
	return [`no name server answers: ${servers.map(({ addr }) => addr).join(', ')}`];
}

/** What every service says that is started again: what matters stands behind it. */
const restarted = /^Error running \S+, going to restart forever: /;
