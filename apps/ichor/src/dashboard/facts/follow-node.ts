import type { TalosServices } from '@ichor/client/api';
import type { ResourceType } from '@ichor/runtime';
import { background, rest } from '@ichor/std';
import { failureText } from '../../nodes/failure-text.ts';
import { type FollowedKind, followKind } from './follow-kind.ts';
import { followLog } from './follow-log.ts';
import type { NodeFacts } from './node-facts.ts';
import { takeSample } from './sample.ts';
import { watchedKinds } from './watched-kinds.ts';

/** How a node is followed. */
export interface FollowOptions {
	/** Milliseconds between two samples, and between two attempts to watch. */
	readonly interval: number;
	readonly signal: AbortSignal;
	/** Told when something has become known. */
	readonly changed: () => void;
}

/**
 * Keeps the facts of a node up to date until the signal aborts: takes a sample in each interval and, while the node
 * answers, watches its resources and follows its log. A node that goes away is asked again until it is back; what fails
 * is in the facts, and never thrown.
 */
export async function followNode(services: TalosServices, facts: NodeFacts, options: FollowOptions): Promise<void> {
	const { interval, signal, changed } = options;
	let watches: AbortController | undefined;
	const stop = (): void => watches?.abort();
	signal.addEventListener('abort', stop, { once: true });
	while (!signal.aborted) {
		const begun = Date.now();
		try {
			facts.answered(await takeSample(services, Math.max(interval, shortestTimeout), signal));
			if (watches === undefined) {
				watches = new AbortController();
				void watchNode(services, facts, { ...options, signal: watches.signal });
			}
		} catch (error) {
			if (signal.aborted) break;
			facts.failed(failureText(error), Date.now());
			// streams to a machine that has gone may never end by themselves
			watches?.abort();
			watches = undefined;
		}
		changed();
		await rest({ ...background, signal }, Math.max(interval - (Date.now() - begun), 0));
	}
	signal.removeEventListener('abort', stop);
	stop();
}

/** Milliseconds that a node has at least to answer in. */
const shortestTimeout = 5000;

async function watchNode(services: TalosServices, facts: NodeFacts, { interval, signal, changed }: FollowOptions): Promise<void> {
	const following = watchedKinds.map(
		async (kind) =>
			await again(interval, signal, async () => {
				await followKind(services, specsOf(kind), signal, (resources) => {
					facts.keep(kind, resources);
					changed();
				});
				return 'done';
			}),
	);
	const log = again(interval, signal, async () => {
		facts.forgetLog();
		await followLog(services, signal, (lines) => {
			facts.said(lines);
			changed();
		});
		return 'ended';
	});
	await Promise.all([...following, log]);
}

function specsOf<Spec>({ type, namespace, codec }: ResourceType<Spec>): FollowedKind<Spec> {
	return { type, namespace, read: ({ spec }) => codec.decode(spec?.protoSpec ?? new Uint8Array()) };
}

/** Follows anew what has broken. Why a node does not answer is what its samples say. */
async function again(interval: number, signal: AbortSignal, follow: () => Promise<'done' | 'ended'>): Promise<void> {
	while (!signal.aborted) {
		try {
			if ((await follow()) === 'done') return;
		} catch {
			if (signal.aborted) return;
		}
		await rest({ ...background, signal }, interval);
	}
}
