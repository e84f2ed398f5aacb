/** What a machine is for. `init` is an old name for the first control plane machine; `unknown` is for no machine at all. */
export type MachineType = 'init' | 'controlplane' | 'worker' | 'unknown';

/** The type that `machine.type` names: nothing and `join` mean a worker. Undefined when it names none. */
export function parseMachineType(text: string): MachineType | undefined {
	switch (text) {
		case 'init':
		case 'controlplane':
		case 'worker':
		case 'unknown':
			return text;
		case 'join':
		case '':
			return 'worker';
		default:
			return undefined;
	}
}

/** The machine runs etcd and the control plane of Kubernetes. */
export function isControlPlane(type: MachineType | undefined): boolean {
	return type === 'controlplane' || type === 'init';
}
