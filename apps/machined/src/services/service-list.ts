import { ApiCertificates, apiCertificatesId, TrustdCertificates, trustdCertificatesId } from '@ichor/machinery/resources';
import type { State } from '@ichor/runtime';
import { waitFor } from '@ichor/std';
import { paths } from '../paths.ts';
import type { ServiceList } from '../sequencer/boot-sequences.ts';
import { apidUser, trustdUser } from '../users.ts';
import { containerd } from './containerd.ts';
import { daemon } from './daemon.ts';
import { etcd } from './etcd.ts';
import type { EtcdControl } from './etcd-control.ts';
import { machined } from './machined.ts';

/** The services that this machine runs: those that it always has, and those of its type. The kubelet's is its controller's. */
export function serviceList(state: State, control: EtcdControl): ServiceList {
	return {
		machined,
		containerd: containerd('containerd', {
			socket: paths.systemContainerd,
			state: '/system/run/containerd',
			root: '/system/var/lib/containerd',
			configuration: '/system/run/containerd.toml',
		}),
		apid: daemon('apid', {
			user: apidUser,
			port: 50000,
			sockets: [paths.machineSocket, paths.apidState],
			conditions: [
				{
					what: 'api certificates',
					async met(waiting) {
						await waitFor(waiting, async () => await state.find(ApiCertificates.pointer(apiCertificatesId)), 50);
					},
				},
			],
		}),
		forType: (type) => {
			const cri = containerd('cri', {
				socket: paths.cri,
				state: '/run/containerd',
				root: '/var/lib/containerd',
				configuration: '/system/run/cri.toml',
				pods: {
					registryHosts: paths.registryHosts,
					networkPlugins: paths.networkPlugins,
					networkConfiguration: paths.networkConfiguration,
				},
			});
			if (type === 'worker') return [cri];
			const trustd = daemon('trustd', {
				user: trustdUser,
				port: 50001,
				sockets: [paths.trustdState],
				conditions: [
					{
						what: 'trustd certificates',
						async met(waiting) {
							await waitFor(waiting, async () => await state.find(TrustdCertificates.pointer(trustdCertificatesId)), 50);
						},
					},
				],
			});
			return [cri, trustd, etcd(state, control)];
		},
	};
}
