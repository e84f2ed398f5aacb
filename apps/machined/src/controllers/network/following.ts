import type { RouteNetlink, WatchKind } from '@ichor/linux/netlink';
import type { Controller, Reconciler } from '@ichor/runtime';

/** What a controller needs to follow the kernel: it calls back after changes, and returns what ends that. */
export type Follow = (onChange: () => void) => () => void;

/** A controller that reconciles after changes of its inputs and of the kernel. Changes that come at once count once. */
export function following(follow: Follow, reconciler: Reconciler): Controller {
	const { name, inputs, outputs } = reconciler;
	return {
		name,
		inputs,
		outputs,
		async run(context, runtime) {
			let timer: NodeJS.Timeout | undefined;
			const end = follow(() => {
				timer ??= setTimeout(() => {
					timer = undefined;
					runtime.queueReconcile();
				}, settleTime);
			});
			try {
				while (await runtime.nextReconcile()) {
					await reconciler.reconcile(context, runtime);
					runtime.resetRestartBackoff();
				}
			} finally {
				clearTimeout(timer);
				end();
			}
		},
	};
}

/** Changes of these kinds in the kernel's network. */
export function changesOf(kernel: RouteNetlink, ...kinds: readonly WatchKind[]): Follow {
	return (onChange) => kernel.watch(kinds, onChange);
}

/** Milliseconds in which events of the kernel are collected: a pod's start makes a dozen of them. */
const settleTime = 20;
