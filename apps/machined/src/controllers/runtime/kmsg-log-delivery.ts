import { KmsgLogConfig, kmsgLogConfigId } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { type KernelRecord, openKernelLog, readKernelLog } from '../../logs/kernel-log.ts';
import { delivering } from '../../logs/log-delivery.ts';
import type { LogEvent } from '../../logs/log-event.ts';

/** Sends the kernel's log, from its beginning, to where the configuration wants it. */
export const kmsgLogDeliveryController: Controller = {
	name: 'runtime.KmsgLogDeliveryController',
	inputs: [{ ...KmsgLogConfig.kind, id: kmsgLogConfigId, kind: 'weak' }],
	outputs: [],
	async run(context, runtime) {
		await delivering(context, {
			async produce({ signal }, deliver) {
				await using device = await openKernelLog();
				for await (const record of readKernelLog(device, { follow: true, tail: false }, signal)) await deliver(eventOf(record));
			},
			async configure(setDestinations) {
				while (await runtime.nextReconcile()) {
					const config = await runtime.find(KmsgLogConfig.pointer(kmsgLogConfigId));
					setDestinations((config?.spec.destinations ?? []).map((endpoint) => ({ endpoint, tags: {} })));
					runtime.resetRestartBackoff();
				}
			},
		});
	},
};

/** As upstream's receivers know it: internal/app/machined/pkg/controllers/runtime/kmsg_log.go. */
function eventOf({ facility, level, sequence, clock, time, text }: KernelRecord): LogEvent {
	return { message: text, time, level: levels.get(level) ?? 'error', fields: { facility, seq: sequence, clock, priority: level } };
}

const levels: ReadonlyMap<string, string> = new Map([
	['warning', 'warn'],
	['notice', 'info'],
	['info', 'info'],
	['debug', 'debug'],
]);
