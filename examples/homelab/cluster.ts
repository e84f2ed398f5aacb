import { cluster, nodes, subnet } from '@ichor/cluster';

const lan = subnet('10.5.0.0/24');

/** Three control planes that also run pods: what `npm run up` starts. */
export default cluster('homelab', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	// the address of the Kubernetes API: whichever control plane is elected has it
	network: { lan, vip: lan.host(100), link: 'eth0', pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1', 'cp-2', 'cp-3'], (_name, index) => ({ address: lan.host(2 + index) })),
	schedulableControlPlanes: true,
});
