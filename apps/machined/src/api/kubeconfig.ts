import { adminKubeconfig, encodeKubeconfig } from '@ichor/client';
import { type MachineConfig, rootOf } from '@ichor/machinery/config';
import { parseDuration } from '@ichor/machinery/duration';
import { apiServerAuthority } from '@ichor/machinery/effective';
import { RpcError } from '@ichor/rpc';

/**
 * A new kubeconfig of Kubernetes' administrator, signed with the authority in a control plane's configuration.
 *
 * @throws RpcError "failed-precondition" when the configuration does not say how to reach Kubernetes, or cannot sign for it
 */
export async function kubeconfigOf(config: MachineConfig): Promise<string> {
	const cluster = rootOf(config)?.cluster;
	const authority = apiServerAuthority(config);
	const endpoint = cluster?.controlPlane?.endpoint;
	if (authority?.issuing === undefined || endpoint === undefined) {
		throw new RpcError('failed-precondition', 'the configuration of this machine has no Kubernetes authority or no endpoint of its API');
	}
	const { certificate: crt, key } = authority.issuing;
	const lifetime = cluster?.adminKubeconfig?.certLifetime;
	const kubeconfig = await adminKubeconfig({
		clusterName: cluster?.clusterName ?? '',
		endpoint,
		authority: { crt, key },
		acceptedCertificates: authority.accepted,
		now: new Date(),
		...(lifetime === undefined ? {} : { lifetime: Number(parseDuration(lifetime) / 1_000_000n) }),
	});
	return encodeKubeconfig(kubeconfig);
}
