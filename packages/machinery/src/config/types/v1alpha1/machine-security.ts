import type { Problems } from '../../document.ts';
import type { ClusterSection } from './cluster.gen.ts';
import type { MachineSection } from './machine.gen.ts';

/** The Talos API trusts somebody: the authority that issues its certificates, or other ones. */
export function checkAnyAuthority({ ca, acceptedCAs = [] }: MachineSection, problems: Problems): void {
	if (ca || acceptedCAs.length > 0) return;
	problems.error(['ca'], 'issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)');
}

/** A control plane machine issues certificates of the Talos API. */
export function checkControlPlaneAuthority({ ca }: MachineSection, problems: Problems): void {
	if (!ca) problems.error(['ca'], 'issuing CA is required (.machine.ca)');
	else if (!ca.key) problems.error(['ca', 'key'], 'issuing CA key is required for controlplane nodes (.machine.ca.key)');
}

/** A worker knows whom to trust, but holds no key of an authority. */
export function checkWorkerAuthorities(machine: MachineSection, cluster: ClusterSection | undefined, problems: Problems): void {
	const { ca, acceptedCAs = [] } = machine;
	if (ca?.key) {
		problems.error(['machine', 'ca', 'key'], 'issuing Talos API CA key is not allowed on non-controlplane nodes (.machine.ca)');
	}
	if (ca && !ca.crt && acceptedCAs.length === 0) {
		problems.error(
			['machine', 'ca', 'crt'],
			'trusted CA certificates are required on non-controlplane nodes (.machine.ca.crt, .machine.acceptedCAs)',
		);
	}
	if (cluster?.ca?.key) {
		problems.error(['cluster', 'ca', 'key'], 'issuing Kubernetes API CA key is not allowed on non-controlplane nodes (.cluster.ca)');
	}
}
