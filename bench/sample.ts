import { encodeConfig } from '@ichor/machinery';
import { generateConfig } from '@ichor/machinery/generate';
import { generateSecrets, type SecretsBundle } from '@ichor/machinery/secrets';

const cluster = { clusterName: 'bench', endpoint: 'https://192.0.2.10:6443', kubernetesVersion: '1.36.3' };

/** A generated control plane configuration, with documents of static hosts behind it until it has at least `size` characters. */
export async function sampleConfig(size: number): Promise<string> {
	let text = controlPlaneOf(await generateSecrets({ now: new Date() }));
	for (let i = 0; text.length < size; i += 1) {
		text += `---\napiVersion: v1alpha1\nkind: StaticHostConfig\nname: 192.0.2.${i}\nhostnames:\n    - host-${i}.example.org\n    - host-${i}\n`;
	}
	return text;
}

export function controlPlaneOf(secrets: SecretsBundle): string {
	return encodeConfig(generateConfig({ ...cluster, secrets }, 'controlplane'));
}
