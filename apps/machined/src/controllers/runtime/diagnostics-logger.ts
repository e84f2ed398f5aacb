import { Diagnostic } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';

/** Says in the machine's log which diagnostics have come and which have gone. */
export const diagnosticsLoggerController: Controller = {
	name: 'runtime.DiagnosticsLoggerController',
	inputs: [{ ...Diagnostic.kind, kind: 'weak' }],
	outputs: [],
	async run(context, runtime) {
		const told = new Map<string, string>();
		while (await runtime.nextReconcile()) {
			const current = new Map((await runtime.list(Diagnostic.kind)).map(({ metadata, spec }) => [metadata.id, spec]));
			for (const [id, { message, details }] of current) {
				const places = details.join(', ');
				if (told.get(id) !== places) context.log('warn', 'new diagnostic', { id, message, details: places });
				told.set(id, places);
			}
			for (const id of told.keys()) {
				if (current.has(id)) continue;
				told.delete(id);
				context.log('info', 'diagnostic resolved', { id });
			}
			runtime.resetRestartBackoff();
		}
	},
};
