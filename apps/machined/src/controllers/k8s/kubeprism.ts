import { cluster } from '@ichor/machinery/effective';
import {
	KernelParamDefaultSpec,
	KernelParamStatus,
	KubePrismConfig,
	type KubePrismConfigSpec,
	KubePrismStatus,
	kubePrismConfigId,
	kubePrismStatusId,
} from '@ichor/machinery/resources';
import type { Controller, Reader } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';
import type { LoadBalancer, OpenLoadBalancer, Upstream } from './load-balancer.ts';

/** The ways to balance load: in the kernel where it may lead from the loopback to other machines, in this process where not. */
export interface LoadBalancers {
	kernel(log: Context['log']): OpenLoadBalancer;
	readonly userSpace: OpenLoadBalancer;
}

/** KubePrism: one address on this machine behind which there is an API server for as long as any is up. */
export function kubePrismController(balancers: LoadBalancers): Controller {
	return {
		name: 'k8s.KubePrismController',
		inputs: [
			configInput,
			{ ...KubePrismConfig.kind, id: kubePrismConfigId, kind: 'weak' },
			{ ...KernelParamStatus.kind, id: routeLocalnet, kind: 'weak' },
		],
		outputs: [
			{ type: KubePrismStatus.type, kind: 'exclusive' },
			{ type: KernelParamDefaultSpec.type, kind: 'shared' },
		],
		async run(context, runtime) {
			let running: { readonly name: string; readonly address: string; readonly balancer: LoadBalancer } | undefined;
			try {
				while (await runtime.nextReconcile()) {
					const config = (await runtime.find(KubePrismConfig.pointer(kubePrismConfigId)))?.spec;
					const wish = config === undefined ? undefined : { value: '1', ignoreErrors: true };
					await publish(runtime, KernelParamDefaultSpec, routeLocalnet, wish);
					const inKernel = (await runtime.find(KernelParamStatus.pointer(routeLocalnet)))?.spec.current === '1';
					const address = config === undefined ? undefined : `${config.host}:${config.port}`;
					const name = `${address} ${inKernel ? 'kernel' : 'user space'}`;
					if (running !== undefined && (address === undefined || running.name !== name)) {
						await running.balancer.close();
						running = undefined;
					}
					if (config !== undefined && address !== undefined) {
						const open = inKernel ? balancers.kernel(context.log) : balancers.userSpace;
						running ??= { name, address, balancer: await open(config.host, config.port, () => runtime.queueReconcile()) };
						running.balancer.lead(upstreamsOf(config, await clusterHost(runtime)));
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

/**
 * The address of the whole cluster stands by for when no API server is known by its own, or none is up: a shared one moves from
 * machine to machine, and no connection moves with it.
 */
function upstreamsOf({ endpoints }: KubePrismConfigSpec, shared: string | undefined): readonly Upstream[] {
	return endpoints.map(({ host, port }) => ({ host, port, standby: host === shared }));
}

async function clusterHost(reader: Reader): Promise<string | undefined> {
	const config = await activeConfig(reader);
	const endpoint = config && cluster(config)?.endpoint;
	return endpoint === undefined ? undefined : new URL(endpoint).hostname.replace(/^\[|\]$/g, '');
}

/** What lets packets of the loopback's addresses leave the machine (the kernel's ip-sysctl.rst); the balancer's table keeps others out. */
const routeLocalnet = 'proc.sys.net.ipv4.conf.all.route_localnet';
