import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { parseVolumeSize } from '../block/volume-size.ts';
import {
	type LVMLogicalVolumeConfig,
	type LVMLogicalVolumeProvisioning,
	lvmLogicalVolumeConfigSchema,
} from './lvm-logical-volume-config.gen.ts';
import { checkStorageName } from './storage-name.ts';

/** A logical volume in a volume group. */
export const lvmLogicalVolumeConfig: DocumentKind<LVMLogicalVolumeConfig> = {
	kind: 'LVMLogicalVolumeConfig',
	schema: lvmLogicalVolumeConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		checkStorageName(document.name, longestName, problems);
		checkLayout(document, problems);
		checkPlace(document.provisioning, within(problems, 'provisioning'));
	},
};

const longestName = 63;

function checkLayout({ type = 'linear', mirrors, stripes }: LVMLogicalVolumeConfig, problems: Problems): void {
	if (mirrors !== undefined) {
		if (type !== 'raid1' && type !== 'raid10') problems.error(['mirrors'], `mirrors is only valid for raid1/raid10, not ${type}`);
		else if (mirrors < 1) problems.error(['mirrors'], 'mirrors must be at least 1');
	}
	if (stripes !== undefined) {
		if (type !== 'raid0' && type !== 'raid10') problems.error(['stripes'], `stripes is only valid for raid0/raid10, not ${type}`);
		else if (stripes < 2) problems.error(['stripes'], 'stripes must be at least 2');
	}
}

function checkPlace(provisioning: LVMLogicalVolumeProvisioning | undefined, problems: Problems): void {
	if ((provisioning?.volumeGroup ?? '') === '') problems.error(['volumeGroup'], 'provisioning.volumeGroup is required');
	const smallest = parseVolumeSize(provisioning?.minSize);
	const largest = parseVolumeSize(provisioning?.maxSize);
	if (largest === undefined) problems.error(['maxSize'], 'provisioning.maxSize is required');
	if (largest?.negative) problems.error(['maxSize'], 'provisioning.maxSize must not be negative');
	if (smallest === undefined || largest?.relative || smallest.bytes <= (largest?.bytes ?? 0n)) return;
	problems.error(['minSize'], 'provisioning.minSize must not exceed provisioning.maxSize');
}
