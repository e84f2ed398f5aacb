import { cluster, nodes, subnet } from '@ichor/cluster';

/** A network that no other test uses. */
const lan = subnet('10.123.57.0/24');

/** Three control planes behind a shared address, whose Kubernetes gets another authority. */
export default cluster('kubernetes-rotation', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, vip: lan.host(100), link: 'eth0', pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1', 'cp-2', 'cp-3'], (_name, index) => ({ address: lan.host(2 + index) })),
	schedulableControlPlanes: true,
});
