import type { Subnet } from './subnet.ts';

/** A cluster as its keeper writes it. What is not said takes the defaults of Talos. */
export interface ClusterDefinition {
	/** The version of Talos whose contract the configurations follow: `1.13.9`. */
	readonly talos?: string;
	readonly kubernetes?: string;
	readonly network: ClusterNetwork;
	/** At least one, and an odd number of them. */
	readonly controlPlanes: readonly NodeDefinition[];
	readonly workers?: readonly NodeDefinition[];
	/** Lets pods run on control planes. */
	readonly schedulableControlPlanes?: boolean;
	/** In their order, after everything that is derived. */
	readonly patches?: readonly PatchDefinition[];
}

export type ClusterNetwork = {
	/** Where the nodes are. */
	readonly lan: Subnet;
	/** Of pods, one of IPv4 or IPv6 or both: `10.244.0.0/16`. */
	readonly pods?: string | readonly string[];
	readonly services?: string | readonly string[];
} & (
	| { readonly vip?: never; readonly link?: never }
	| {
			/** An address in the LAN that one healthy control plane has, and that nobody else may use: the Kubernetes API's. */
			readonly vip: string;
			/** The control planes' interface in the LAN, which carries it. */
			readonly link: string;
	  }
);

export interface NodeDefinition {
	/** Its hostname and its name in Kubernetes. */
	readonly name: string;
	/** The address that the machine has in the LAN. */
	readonly address: string;
}

/** Documents of Talos, as text: whatever no field here is for. */
export interface PatchDefinition {
	/** Which nodes it is for; all unless told otherwise. */
	readonly when?: (node: PatchTarget) => boolean;
	/** A strategic merge patch or one of RFC 6902. */
	readonly yaml: string;
}

export interface PatchTarget extends NodeDefinition {
	readonly role: 'controlplane' | 'worker';
}
