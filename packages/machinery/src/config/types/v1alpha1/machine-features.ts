import { isRole } from '../../../pki/role.ts';
import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { MachineHostDNS, MachineKubernetesTalosAPIAccess } from './machine-features.gen.ts';

/** Pods can only be sent to a resolver that runs. */
export function checkHostDNS(hostDNS: MachineHostDNS | undefined, problems: Problems): void {
	if (!hostDNS?.forwardKubeDNSToHost || hostDNS.enabled) return;
	problems.error(
		['forwardKubeDNSToHost'],
		'feature hostDNS.forwardKubeDNSToHost requires hostDNS.enabled to be true (.machine.features.hostDNS)',
	);
}

/** Pods can only be let to the Talos API by the control plane, in roles that there are. */
export function checkTalosAPIAccess(
	access: MachineKubernetesTalosAPIAccess | undefined,
	onControlPlane: boolean,
	problems: Problems,
): void {
	if (!access?.enabled) return;
	if (!onControlPlane) {
		problems.error(['enabled'], 'feature Kubernetes Talos API Access can only be enabled on control plane machines');
	}
	for (const [index, role] of (access.allowedRoles ?? []).entries()) {
		if (isRole(role)) continue;
		problems.error(['allowedRoles', index], `invalid role ${quote(role)} in allowed roles for Kubernetes Talos API Access`);
	}
}

/** How the machine's addresses are ordered is one of two ways. */
export function checkNodeAddressSortAlgorithm(algorithm: string | undefined, problems: Problems): void {
	if (!algorithm || sortAlgorithms.has(algorithm.toLowerCase())) return;
	problems.error(
		['nodeAddressSortAlgorithm'],
		`invalid node address sort algorithm: ${algorithm} does not belong to AddressSortAlgorithm values`,
	);
}

const sortAlgorithms: ReadonlySet<string> = new Set(['v1', 'v2']);
