import type { StaticPodStatusSpec } from '@ichor/machinery/resources';

/** Why a static pod is not well, as its containers' states tell; undefined when they do not. */
export function staticPodReason({ containerStatuses }: StaticPodStatusSpec): string | undefined {
	const statuses = Array.isArray(containerStatuses) ? (containerStatuses as readonly ContainerStatus[]) : [];
	for (const { state, lastState, restartCount = 0 } of statuses) {
		const ended = state?.terminated ?? lastState?.terminated;
		const waiting = state?.waiting;
		if (waiting === undefined && ended === undefined) continue;
		const last = ended === undefined ? [] : [`its container ended with exit code ${ended.exitCode ?? 0}${becauseOf(ended.reason)}`];
		const now = waiting === undefined || isUsual(waiting.reason) ? [] : [waiting.message ?? waiting.reason ?? ''];
		const often = restartCount > 1 ? [`started anew ${restartCount} times`] : [];
		const parts = [...last, ...often, ...now].filter((part) => part !== '');
		if (parts.length > 0) return parts.join(', ').replaceAll(/\s+/g, ' ');
	}
	return undefined;
}

/** What the fields of Kubernetes' ContainerStatus say that are read here. */
interface ContainerStatus {
	readonly state?: ContainerState;
	readonly lastState?: ContainerState;
	readonly restartCount?: number;
}

interface ContainerState {
	readonly waiting?: { readonly reason?: string; readonly message?: string };
	readonly terminated?: { readonly exitCode?: number; readonly reason?: string };
}

/** "Error" says no more than the exit code. */
function becauseOf(reason: string | undefined): string {
	return reason === undefined || reason === 'Error' || reason === 'Completed' ? '' : ` (${reason})`;
}

function isUsual(reason: string | undefined): boolean {
	return reason === 'ContainerCreating' || reason === 'PodInitializing';
}
