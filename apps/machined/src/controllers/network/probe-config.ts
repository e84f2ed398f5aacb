import { documentsOf, type MachineConfig } from '@ichor/machinery/config';
import { ProbeSpec, type ProbeSpecSpec, probeId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { wishFor } from './wishes.ts';

/** What the configuration wants to be asked whether the network is there. */
export const probeConfigController: Controller = reconciling({
	name: 'network.ProbeConfigController',
	inputs: [configInput],
	outputs: [{ type: ProbeSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const specs = config === undefined ? [] : probesOf(config);
		await wishFor(
			runtime,
			ProbeSpec,
			specs.map((spec) => ({ id: probeId(spec), spec })),
		);
	},
});

function probesOf(config: MachineConfig): readonly ProbeSpecSpec[] {
	return [
		...documentsOf(config, 'TCPProbeConfig').map(({ value }) => ({
			...common(value),
			tcp: { endpoint: value.endpoint ?? '', timeout: given(value.timeout, defaultTimeout) },
		})),
		...documentsOf(config, 'HTTPProbeConfig').map(({ value }) => ({
			...common(value),
			http: { url: value.url ?? '', timeout: given(value.timeout, defaultTimeout) },
		})),
	];
}

function common({ interval, failureThreshold }: { readonly interval?: string; readonly failureThreshold?: number | bigint }) {
	return {
		interval: given(interval, defaultInterval),
		failureThreshold: Number(failureThreshold ?? 0),
		layer: 'configuration' as const,
	};
}

/** No time at all is as good as none. */
function given(duration: string | undefined, otherwise: string): string {
	return duration === undefined || /^0+[a-zµ]*$/.test(duration) ? otherwise : duration;
}

/** Upstream: config/types/network/probe.go. */
const defaultInterval = '1s';
const defaultTimeout = '10s';
