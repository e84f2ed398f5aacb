import type { DocumentKind } from '../../document.ts';
import { within } from '../../problems.ts';
import { checkEncryption } from './encryption.ts';
import { checkProvisioning } from './provisioning.ts';
import { type SwapVolumeConfig, swapVolumeConfigSchema } from './swap-volume-config.gen.ts';
import { checkVolumeName } from './volume-name.ts';

/** A partition to swap to. */
export const swapVolumeConfig: DocumentKind<SwapVolumeConfig> = {
	kind: 'SwapVolumeConfig',
	schema: swapVolumeConfigSchema,
	since: 'v1.11',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		checkVolumeName(document.name, problems);
		checkProvisioning(document.provisioning, within(problems, 'provisioning'), { required: true, sized: true });
		checkEncryption(document.encryption, within(problems, 'encryption'));
	},
};
