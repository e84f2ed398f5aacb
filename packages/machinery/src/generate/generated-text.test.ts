import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeConfig } from '../config/encode.ts';
import { loadConfig } from '../config/load.ts';
import { validateConfig } from '../config/validate.ts';
import { generateSecrets } from '../secrets/generate-secrets.ts';
import { parseContract } from '../versions/contract.ts';
import { generateConfig } from './generate-config.ts';
import type { GenerateInput } from './input.ts';

const now = new Date('2026-11-21T12:00:00Z');
/** Without an RSA key, and with both ways of encryption, so that they serve every contract. */
const given = await generateSecrets({ contract: parseContract('v1.2'), now });
const secrets = await generateSecrets({ contract: parseContract('v1.6'), now, given });

const rich: Partial<GenerateInput> = {
	additionalSubjectAltNames: ['names.example', '10.5.0.1'],
	allowSchedulingOnControlPlanes: true,
	customCNIUrl: 'https://example.com/cni.yaml',
	insecureRegistries: ['registry.example'],
	kubeSpan: true,
	localAPIServerPort: 7443,
	registryMirrors: new Map([['docker.io', ['https://mirror.example']]]),
	sysctls: new Map([['net.core.somaxconn', '65535']]),
};

for (const [name, options] of Object.entries({ plain: {}, rich })) {
	test(`every contract's text loads, is valid on metal, and comes out the same: ${name}`, () => {
		for (let minor = 0; minor <= 15; minor++) {
			for (const machineType of ['controlplane', 'worker'] as const) {
				const input = {
					clusterName: 'c',
					endpoint: 'https://c.example:6443',
					kubernetesVersion: '1.36.0',
					installDisk: '/dev/sda',
					secrets,
				};
				const text = encodeConfig(generateConfig({ ...input, ...options, contract: { major: 1, minor } }, machineType));
				const loaded = loadConfig(text);
				assert.equal(encodeConfig(loaded), text);
				assert.equal(validateConfig(loaded, { mode: 'metal', local: true, strict: true }).error, undefined, `v1.${minor} ${machineType}`);
			}
		}
	});
}
