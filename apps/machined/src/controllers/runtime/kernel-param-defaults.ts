import { existsSync } from 'node:fs';
import { KernelParamDefaultSpec } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** What Kubernetes and the machine's own services need of the kernel, in a container. */
export const kernelParamDefaultsController: Controller = reconciling({
	name: 'runtime.KernelParamDefaultsController',
	inputs: [],
	outputs: [{ type: KernelParamDefaultSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const ipv6 = existsSync('/proc/sys/net/ipv6/conf/default/accept_ra');
		for (const [name, value] of Object.entries({ ...always, ...(ipv6 ? withIPv6 : {}) })) {
			await publish(runtime, KernelParamDefaultSpec, `proc.sys.${name}`, { value, ignoreErrors: false });
		}
	},
});

/**
 * Not upstream's. A connection on which nothing is acknowledged ends after 13 seconds, not after 15 minutes: etcd sends to its peers on
 * connections of before a node was cut off, and notices only by their end. TCP tries ever more rarely, so that the node would be back for
 * as long as it was away until it votes (tcp(7); 0.2 s, doubled five times).
 */
const quickRetreat = { 'net.ipv4.tcp_retries2': '5' } as const;

/** Upstream's internal/app/machined/pkg/controllers/runtime/kernel_param_defaults.go, where a container has them too. */
const always: Readonly<Record<string, string>> = {
	'net.ipv4.ip_forward': '1',
	'net.ipv4.icmp_ignore_bogus_error_responses': '1',
	'net.ipv4.icmp_echo_ignore_broadcasts': '1',
	// no connection of ours begins at a port that apid or trustd listens on
	'net.ipv4.ip_local_reserved_ports': `${defaults.apidPort},${defaults.trustdPort}`,
	'net.ipv4.tcp_keepalive_time': '600',
	'net.ipv4.tcp_keepalive_intvl': '60',
	...quickRetreat,
	'kernel.panic': '10',
	'kernel.pid_max': '262144',
	'vm.overcommit_memory': '1',
	'fs.inotify.max_user_instances': '8192',
	'fs.aio-max-nr': '1048576',
};

const withIPv6: Readonly<Record<string, string>> = {
	'net.ipv6.conf.default.forwarding': '1',
	'net.ipv6.conf.default.accept_ra': '2',
};
