import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import type { MachineEncryption, MachineSystemDiskEncryption } from './machine-encryption.gen.ts';

/** An encrypted partition has keys, each in a slot of its own, and each with a place that it comes from. */
export function checkSystemDiskEncryption(encryption: MachineSystemDiskEncryption | undefined, problems: Problems): void {
	checkPartition('EPHEMERAL', encryption?.ephemeral, within(problems, 'ephemeral'));
	checkPartition('STATE', encryption?.state, within(problems, 'state'));
}

function checkPartition(label: string, encryption: MachineEncryption | undefined, problems: Problems): void {
	if (!encryption) return;
	const place = `partition ${quote(label)}`;
	const { keys = [] } = encryption;
	if (keys.length === 0) problems.error(['keys'], `${place}: no encryption keys provided`);
	const slots = new Set<number | bigint>();
	for (const [index, key] of keys.entries()) {
		if (!key) {
			problems.error(['keys', index], `${place}: encryption key is null`);
			continue;
		}
		const { slot = 0 } = key;
		if (slots.has(slot)) problems.error(['keys', index, 'slot'], `${place}: encryption key slot ${slot} is already in use`);
		slots.add(slot);
		if (!key.nodeID && !key.static && !key.kms && !key.tpm) {
			problems.error(['keys', index], `${place}: encryption key at slot ${slot} doesn't have the configuration parameters`);
		}
	}
}
