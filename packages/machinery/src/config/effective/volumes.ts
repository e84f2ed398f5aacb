import type { MachineConfig } from '../document.ts';
import { documentsOf } from '../documents.ts';
import { quote } from '../quote.ts';
import type { EncryptionKeyTPM } from '../types/block/encryption.gen.ts';
import { asksForProvisioning } from '../types/block/provisioning.ts';

/** Whether programs and devices on a system volume are ignored: unless its document says no, and except on EPHEMERAL without one. */
export function mountsSecurely(config: MachineConfig, volume: string): boolean {
	const document = documentsOf(config, 'VolumeConfig').find(({ name }) => name === volume);
	return document === undefined ? volume !== 'EPHEMERAL' : (document.value.mount?.secure ?? true);
}

/** The register that measures the state of Secure Boot. */
const secureBootRegister = 7;

/** The registers of the TPM that a key is sealed to: PCR 7 unless the document has options, an empty list among them. */
export function sealingRegisters({ options }: EncryptionKeyTPM): readonly number[] {
	return options === undefined ? [secureBootRegister] : (options.pcrs ?? []).map(Number);
}

/** A system volume as it is on the machine. */
export interface EstablishedVolume {
	readonly type: string;
	/** `ready` once it does not change any more. */
	readonly phase: string;
}

/** The system volumes that can be a directory on EPHEMERAL or a partition of their own, from their creation on. */
const promotableVolumes = ['ETCD', 'CRI', 'KUBELET', 'LOG'];

/** What a configuration asks of the system volumes of a running machine that cannot be done; messages are upstream's. */
export function volumeBackingProblems(config: MachineConfig, established: ReadonlyMap<string, EstablishedVolume>): readonly string[] {
	return promotableVolumes.flatMap((volume) => {
		const current = established.get(volume);
		if (current?.phase !== 'ready') return [];
		const document = documentsOf(config, 'VolumeConfig').find(({ name }) => name === volume);
		if (document === undefined) {
			if (current.type !== 'partition') return [];
			const backed = `the ${quote(volume)} system volume is backed by a dedicated partition and its VolumeConfig cannot be removed`;
			return [`${backed}; migrating a system volume off a dedicated partition is not supported`];
		}
		const requested = asksForProvisioning(document.value.provisioning) ? 'partition' : 'directory';
		if (current.type === requested) return [];
		const change = `(current: ${current.type}, requested: ${requested})`;
		return [
			`the backing of the ${quote(volume)} system volume cannot be changed after creation ${change}; ` +
				'migrating an existing system volume to or from a dedicated partition is not supported',
		];
	});
}
