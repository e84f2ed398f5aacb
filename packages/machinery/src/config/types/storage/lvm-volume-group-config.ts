import type { DocumentKind } from '../../document.ts';
import { within } from '../../problems.ts';
import { type LVMVolumeGroupConfig, lvmVolumeGroupConfigSchema } from './lvm-volume-group-config.gen.ts';
import { checkStorageName } from './storage-name.ts';
import { checkVolumeSelector } from './volume-selector.ts';

/** A group of volumes that logical volumes are made of. */
export const lvmVolumeGroupConfig: DocumentKind<LVMVolumeGroupConfig> = {
	kind: 'LVMVolumeGroupConfig',
	schema: lvmVolumeGroupConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		checkStorageName(document.name, longestName, problems);
		checkVolumeSelector(document.provisioning?.volumeSelector?.match, within(problems, 'provisioning'));
	},
};

const longestName = 63;
