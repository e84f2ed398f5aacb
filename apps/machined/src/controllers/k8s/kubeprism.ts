import { KubePrismConfig, KubePrismStatus, kubePrismConfigId, kubePrismStatusId } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';
import type { LoadBalancer, OpenLoadBalancer } from './load-balancer.ts';

/** KubePrism: one address on this machine behind which there is an API server for as long as any is up. */
export function kubePrismController(open: OpenLoadBalancer): Controller {
	return {
		name: 'k8s.KubePrismController',
		inputs: [{ ...KubePrismConfig.kind, id: kubePrismConfigId, kind: 'weak' }],
		outputs: [{ type: KubePrismStatus.type, kind: 'exclusive' }],
		async run(context, runtime) {
			let running: { readonly address: string; readonly balancer: LoadBalancer } | undefined;
			try {
				while (await runtime.nextReconcile()) {
					const config = (await runtime.find(KubePrismConfig.pointer(kubePrismConfigId)))?.spec;
					const address = config === undefined ? undefined : `${config.host}:${config.port}`;
					if (running !== undefined && running.address !== address) {
						await running.balancer.close();
						running = undefined;
					}
					if (config !== undefined && address !== undefined) {
						running ??= { address, balancer: await open(config.host, config.port, () => runtime.queueReconcile()) };
						running.balancer.lead(config.endpoints);
					}
					if (running !== undefined) context.log('debug', 'KubePrism', { endpoint: running.address, healthy: running.balancer.healthy });
					const status = running === undefined ? undefined : { host: running.address, healthy: running.balancer.healthy };
					await publish(runtime, KubePrismStatus, kubePrismStatusId, status);
					runtime.resetRestartBackoff();
				}
			} finally {
				await running?.balancer.close();
			}
		},
	};
}
