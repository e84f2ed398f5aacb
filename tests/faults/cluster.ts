import { cluster, nodes, subnet } from '@ichor/cluster';

/** A network that no other test uses. */
export const lan = subnet('10.123.51.0/24');

/** What the faults are done to: three machines that vote, and nothing on them but Talos and etcd. */
export default cluster('faults', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1', 'cp-2', 'cp-3'], (_name, index) => ({ address: lan.host(2 + index) })),
	schedulableControlPlanes: true,
});
