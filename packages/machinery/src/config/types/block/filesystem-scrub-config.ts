import type { DocumentKind } from '../../document.ts';
import { type FilesystemScrubConfig, filesystemScrubConfigSchema } from './filesystem-scrub-config.gen.ts';
import { checkScrub } from './maintenance.ts';

/** Checks all file systems for damage from time to time. */
export const filesystemScrubConfig: DocumentKind<FilesystemScrubConfig> = {
	kind: 'FilesystemScrubConfig',
	schema: filesystemScrubConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate: checkScrub,
};
