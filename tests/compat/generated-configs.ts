import { encodeConfig } from '@ichor/machinery/config';
import { generateConfig, type MachineType } from '@ichor/machinery/generate';
import { decodeSecrets } from '@ichor/machinery/secrets';
import { parseContract } from '@ichor/machinery/versions';

function generated(): string[] {
	const secrets = decodeSecrets(secretsText);
	const contracts = Array.from({ length: 15 }, (_, minor) => parseContract(`v1.${minor}`));
	const types: readonly MachineType[] = ['controlplane', 'worker'];
	return contracts.flatMap((contract) =>
		types.map((type) => {
			const mirrors = new Map([['docker.io', ['http://10.5.0.1:5000']]]);
			const input = { clusterName: 'homelab', endpoint: 'https://10.5.0.2:6443', kubernetesVersion: '1.31.0', installDisk: '/dev/sda' };
			return encodeConfig(generateConfig({ ...input, secrets, contract, registryMirrors: mirrors, kubeSpan: true }, type));
		}),
	);
}

const secretsText = `cluster:
    id: s8XkQ0bGX0hGmqSxfZrXnmXyFKcjY0Yr1Tq6pI7mWl8=
    secret: 6Yr1Tq6pI7mWl8s8XkQ0bGX0hGmqSxfZrXnmXyFKcjY=
secrets:
    bootstraptoken: abcdef.0123456789abcdef
    secretboxencryptionsecret: xfZrXnmXyFKcjY0Yr1Tq6pI7mWl8s8XkQ0bGX0hGmqS=
trustdinfo:
    token: 9dt4ds.gsshhvwn5k5fqgmp
certs:
    etcd: {crt: QUJD, key: QUJD}
    k8s: {crt: QUJD, key: QUJD}
    k8saggregator: {crt: QUJD, key: QUJD}
    k8sserviceaccount: {key: QUJD}
    os: {crt: QUJD, key: QUJD}
`;

/** What `gen config` writes, for every contract, from secrets that are not random. */
export const generatedConfigs: readonly string[] = generated();
