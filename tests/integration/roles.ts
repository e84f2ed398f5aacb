import { cluster, nodes, subnet } from '@ichor/cluster';

/** A network that no other test uses. */
const lan = subnet('10.123.49.0/24');

/** One machine, to knock at its door. */
export default cluster('roles', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1'], () => ({ address: lan.host(2) })),
});
