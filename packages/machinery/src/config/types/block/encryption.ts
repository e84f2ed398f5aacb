import type { Problems } from '../../document.ts';
import type { EncryptionKey, VolumeEncryption } from './encryption.gen.ts';

/** Whether the volume stays as it is; the cipher and its options alone ask for nothing. */
export function asksForEncryption(encryption: VolumeEncryption | undefined): boolean {
	return providerOf(encryption) !== 'none' || (encryption?.keys?.length ?? 0) > 0;
}

/** Whether the volume will be encrypted, which takes a provider. */
export function isEncrypted(encryption: VolumeEncryption | undefined): boolean {
	return providerOf(encryption) !== 'none';
}

export function checkEncryption(encryption: VolumeEncryption | undefined, problems: Problems): void {
	if (!asksForEncryption(encryption)) return;
	const provider = providerOf(encryption);
	if (provider !== 'luks2') problems.error(['provider'], `unsupported encryption provider: ${provider}`);

	const keys = encryption?.keys ?? [];
	if (keys.length === 0) problems.error(['keys'], 'encryption keys are required');
	const slots = new Set<string>();
	for (const [index, key] of keys.entries()) {
		const slot = String(key.slot ?? 0);
		if (slots.has(slot)) problems.error(['keys', index, 'slot'], `duplicate key slot ${slot}`);
		slots.add(slot);
		checkKey(key, slot, index, problems);
	}
}

function checkKey(key: EncryptionKey, slot: string, index: number, problems: Problems): void {
	if (key.static === undefined && key.nodeID === undefined && key.kms === undefined && key.tpm === undefined) {
		problems.error(['keys', index], `at least one encryption key type must be specified for slot ${slot}`);
	}
	for (const [position, register] of (key.tpm?.options?.pcrs ?? []).entries()) {
		if (register >= 0 && register <= 23) continue;
		problems.error(['keys', index, 'tpm', 'options', 'pcrs', position], `TPM PCR ${register} is out of range (0-23)`);
	}
}

function providerOf(encryption: VolumeEncryption | undefined): string {
	return encryption?.provider ?? 'none';
}
