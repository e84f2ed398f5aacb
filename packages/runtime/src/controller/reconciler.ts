import type { Context } from '@ichor/std';
import type { Controller, ControllerRuntime } from './controller.ts';

/** A controller that does the same thing whenever something has changed, and need not know what. */
export interface Reconciler extends Omit<Controller, 'run'> {
	reconcile(context: Context, runtime: ControllerRuntime): Promise<void>;
}

/** The controller of a reconciler. Every success shortens the pause after the next failure again. */
export function reconciling(reconciler: Reconciler): Controller {
	const { name, inputs, outputs } = reconciler;
	return {
		name,
		inputs,
		outputs,
		async run(context, runtime) {
			while (await runtime.nextReconcile()) {
				await reconciler.reconcile(context, runtime);
				runtime.resetRestartBackoff();
			}
		},
	};
}
