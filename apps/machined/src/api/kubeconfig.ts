import { adminKubeconfig, encodeKubeconfig } from '@ichor/client';
import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import { parseDuration } from '@ichor/machinery/duration';
import { secretsFromConfig } from '@ichor/machinery/secrets';
import { RpcError } from '@ichor/rpc';

/**
 * A new kubeconfig of Kubernetes' administrator, signed with the authority in a control plane's configuration.
 *
 * @throws RpcError "failed-precondition" when the configuration does not say how to reach Kubernetes, or cannot sign for it
 */
export async function kubeconfigOf(config: MachineConfig): Promise<string> {
	const cluster = rootOf(config)?.cluster;
	const authority = secretsFromConfig(config).certs?.k8s;
	const endpoint = cluster?.controlPlane?.endpoint;
	if (authority === undefined || endpoint === undefined) {
		throw new RpcError('failed-precondition', 'the configuration of this machine has no Kubernetes authority or no endpoint of its API');
	}
	const accepted = (documentsOf(config, 'KubeAPIServerCAConfig')[0]?.value.acceptedCAs ?? cluster?.acceptedCAs ?? []).map(
		(one) => (typeof one === 'string' ? one : one?.crt) ?? '',
	);
	const lifetime = cluster?.adminKubeconfig?.certLifetime;
	const kubeconfig = await adminKubeconfig({
		clusterName: cluster?.clusterName ?? '',
		endpoint,
		authority,
		acceptedCertificates: [...accepted, authority.crt],
		now: new Date(),
		...(lifetime === undefined ? {} : { lifetime: Number(parseDuration(lifetime) / 1_000_000n) }),
	});
	return encodeKubeconfig(kubeconfig);
}
