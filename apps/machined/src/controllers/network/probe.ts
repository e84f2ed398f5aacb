import { ProbeSpec, type ProbeSpecSpec, ProbeStatus, type ProbeStatusSpec } from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { type RunningProbe, startProbe } from './probes/running-probe.ts';

/** Asks what must answer, again and again, and tells whether it does. */
export const probeController: Controller = {
	name: 'network.ProbeController',
	inputs: [{ ...ProbeSpec.kind, kind: 'weak' }],
	outputs: [{ type: ProbeStatus.type, kind: 'exclusive' }],
	async run(context, runtime) {
		const running = new Map<string, RunningProbe & { readonly spec: ProbeSpecSpec }>();
		const statuses = new Map<string, ProbeStatusSpec>();
		try {
			while (await runtime.nextReconcile()) {
				const wanted = new Map((await runtime.list(ProbeSpec.kind)).map(({ metadata, spec }) => [metadata.id, spec]));
				for (const [id, probe] of running) {
					const spec = wanted.get(id);
					if (spec !== undefined && equalData(spec, probe.spec)) continue;
					probe.stop();
					running.delete(id);
					statuses.delete(id);
				}
				for (const [id, spec] of wanted) {
					if (running.has(id)) continue;
					const tell = (status: ProbeStatusSpec) => {
						if (equalData(statuses.get(id), status)) return;
						statuses.set(id, status);
						runtime.queueReconcile();
					};
					running.set(id, { spec, ...startProbe(context, id, spec, tell) });
				}
				runtime.startTrackingOutputs();
				for (const [id, status] of statuses) await publish(runtime, ProbeStatus, id, status);
				await runtime.cleanupOutputs(ProbeStatus.kind);
				runtime.resetRestartBackoff();
			}
		} finally {
			for (const probe of running.values()) probe.stop();
		}
	},
};
