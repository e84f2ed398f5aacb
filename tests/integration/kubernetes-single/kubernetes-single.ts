import { cluster, nodes, subnet } from '@ichor/cluster';

/** A network that no other test uses. */
const lan = subnet('10.123.54.0/24');

/** One machine that is everything. */
export default cluster('kubernetes-single', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1'], () => ({ address: lan.host(2) })),
	schedulableControlPlanes: true,
});
