import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadConfig } from '@ichor/machinery/config';
import { proxySettings } from './proxy-settings.ts';

const network = `---
apiVersion: v1alpha1
kind: KubeNetworkConfig
podSubnets: [10.244.0.0/16]
serviceSubnets: [10.96.0.0/12]
`;
const document = (more: string) =>
	loadConfig(`apiVersion: v1alpha1
kind: KubeProxyConfig
image: registry.k8s.io/kube-proxy:v1.36.3
${more}${network}`);

describe('kube-proxy', () => {
	test('runs by arguments where the root document configures it', () => {
		const settings = proxySettings(
			loadConfig('version: v1alpha1\ncluster:\n  network: {}\n  proxy: { mode: iptables, extraArgs: { v: "2" } }\n'),
		);
		assert.deepEqual(settings.proxyArgs, [
			'--cluster-cidr=10.244.0.0/16',
			'--conntrack-max-per-core=0',
			'--hostname-override=$(NODE_NAME)',
			'--kubeconfig=/etc/kubernetes/kubeconfig',
			'--proxy-mode=iptables',
			'--v=2',
		]);
		assert.deepEqual(Object.keys(settings).sort(), ['proxyArgs', 'proxyEnabled', 'proxyImage']);
	});

	test('runs by a file where its document does, which has the last word but on the way to the API server', () => {
		const settings = proxySettings(
			document(`config:
  clusterCIDR: 10.0.0.0/8
  conntrack: { min: 7 }
  clientConnection: { qps: 20, kubeconfig: /elsewhere }
resources: { limits: { memory: 128Mi } }
`),
		);
		assert.deepEqual(settings.proxyArgs, ['--config=/var/lib/kube-proxy/config.conf', '--hostname-override=$(NODE_NAME)']);
		assert.deepEqual(settings.proxyConfig, {
			apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
			kind: 'KubeProxyConfiguration',
			clusterCIDR: '10.0.0.0/8',
			mode: 'nftables',
			conntrack: { maxPerCore: 0, min: 7 },
			clientConnection: { qps: 20, kubeconfig: '/etc/kubernetes/kubeconfig' },
		});
		assert.deepEqual(settings.proxyResources, { requests: { cpu: '', memory: '' }, limits: { memory: '128Mi' } });
	});

	test('has another checksum as soon as it is configured otherwise', () => {
		const checksum = (more: string) => proxySettings(document(more)).proxyConfigChecksum;
		assert.equal(checksum(''), checksum('config: {}\n'));
		assert.notEqual(checksum(''), checksum('mode: iptables\n'));
	});

	test('does not let its configuration be replaced', () => {
		assert.throws(() => proxySettings(document('extraArgs: { config: /mine }\n')), /"config" is not allowed/);
	});
});
