import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeKubeconfig } from '@ichor/client';
import { loadConfig } from '@ichor/machinery/config';
import { generateSecrets } from '@ichor/machinery/secrets';
import { kubeconfigOf } from './kubeconfig.ts';

test('a kubeconfig trusts every authority that is accepted, wherever the configuration says so', async () => {
	const now = new Date();
	const [issuing, old] = await Promise.all([authority(now), authority(now)]);
	const root = (more: string) => `
machine:
    type: controlplane
cluster:
    clusterName: homelab
    controlPlane:
        endpoint: https://10.5.0.100:6443
${more}`;
	const inRoot = root(`    ca: {crt: ${btoa(issuing.crt)}, key: ${btoa(issuing.key)}}\n    acceptedCAs: [{crt: ${btoa(old.crt)}}]\n`);
	const inDocument = `${root('')}---
apiVersion: v1alpha1
kind: KubeAPIServerCAConfig
issuingCA: {cert: ${JSON.stringify(issuing.crt)}, key: ${JSON.stringify(issuing.key)}}
acceptedCAs: [${JSON.stringify(old.crt)}]
`;
	for (const config of [inRoot, inDocument]) {
		const { clusters } = decodeKubeconfig(await kubeconfigOf(loadConfig(config)));
		assert.equal(atob(String(clusters.get('homelab')?.['certificate-authority-data'])), issuing.crt + old.crt);
	}
	await assert.rejects(kubeconfigOf(loadConfig(root(''))), { code: 'failed-precondition' });
});

async function authority(now: Date) {
	return (await generateSecrets({ now })).certs?.k8s ?? assert.fail();
}
