import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentKind } from '../src/config/document.ts';
import type { RawVolumeConfig } from '../src/config/types/block/raw-volume-config.gen.ts';
import type { SwapVolumeConfig } from '../src/config/types/block/swap-volume-config.gen.ts';
import { rulesOf } from './rules.ts';

/** The rules of every kind of volume that has no file system: the same for each. */
export function testBareVolume(kind: DocumentKind<RawVolumeConfig> | DocumentKind<SwapVolumeConfig>): void {
	describe(kind.kind, () => {
		const judge = rulesOf<RawVolumeConfig & SwapVolumeConfig>(kind);
		const provisioning = { diskSelector: { match: '!system_disk' }, maxSize: '10GiB' };

		test('a volume needs a name, a disk and a size', () => {
			assert.deepEqual(judge({ name: 'v1', provisioning }).errors, []);
			assert.deepEqual(judge({}).errors, [
				'name is required',
				'name must be between 1 and 34 characters long',
				'disk selector is required',
				'min size or max size is required',
			]);
		});

		test('sizes of a volume fit each other', () => {
			assert.deepEqual(judge({ name: 'v1', provisioning: { ...provisioning, minSize: '11GiB' } }).errors, [
				'min size is greater than max size',
			]);
			assert.deepEqual(judge({ name: 'v1', provisioning: { ...provisioning, minSize: '11GiB', maxSize: '50%' } }).errors, []);
			assert.deepEqual(judge({ name: 'v1', provisioning: { ...provisioning, minSize: '11GiB', maxSize: '-1GiB' } }).errors, []);
			assert.deepEqual(judge({ name: 'v1', provisioning: { ...provisioning, minSize: '-1GiB' } }).errors, ['min size cannot be negative']);
		});

		test('what is wrong with a disk selector is shown where it stands', () => {
			const [error] = judge({ name: 'v1', provisioning: { ...provisioning, diskSelector: { match: 'disk.size > 5' } } }).errors;
			assert.equal(
				error,
				"disk selector is invalid: ERROR: <input>:1:11: found no matching overload for '_>_' applied to '(uint, int)'\n | disk.size > 5\n | ..........^",
			);
		});

		test('the keys of an encrypted volume have slots of their own and a kind', () => {
			const keys = [{ slot: 1 }, { slot: 1, tpm: { options: { pcrs: [7, 24, -1] } } }];
			assert.deepEqual(judge({ name: 'v1', provisioning, encryption: { provider: 'luks2', keys } }).errors, [
				'at least one encryption key type must be specified for slot 1',
				'duplicate key slot 1',
				'TPM PCR 24 is out of range (0-23)',
				'TPM PCR -1 is out of range (0-23)',
			]);
			assert.deepEqual(judge({ name: 'v1', provisioning, encryption: { keys: [{ nodeID: {} }] } }).errors, [
				'unsupported encryption provider: none',
			]);
			assert.deepEqual(judge({ name: 'v1', provisioning, encryption: { provider: 'luks2' } }).errors, ['encryption keys are required']);
			assert.deepEqual(judge({ name: 'v1', provisioning, encryption: { cipher: 'aes' } }).errors, []);
		});
	});
}
