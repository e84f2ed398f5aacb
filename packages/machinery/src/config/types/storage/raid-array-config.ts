import type { DocumentKind } from '../../document.ts';
import { within } from '../../problems.ts';
import { type RAIDArrayConfig, raidArrayConfigSchema } from './raid-array-config.gen.ts';
import { checkStorageName } from './storage-name.ts';
import { checkVolumeSelector } from './volume-selector.ts';

/** A redundant array of volumes. */
export const raidArrayConfig: DocumentKind<RAIDArrayConfig> = {
	kind: 'RAIDArrayConfig',
	schema: raidArrayConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		checkStorageName(document.name, longestName, problems);
		checkVolumeSelector(document.provisioning?.volumeSelector?.match, within(problems, 'provisioning'));
	},
};

const longestName = 32;
