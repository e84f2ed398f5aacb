import type { DocumentKind } from '../../document.ts';
import { parseDuration } from '../../scalars/duration.ts';
import { type FilesystemTrimConfig, filesystemTrimConfigSchema } from './filesystem-trim-config.gen.ts';

/** Tells the disks from time to time which blocks are free. */
export const filesystemTrimConfig: DocumentKind<FilesystemTrimConfig> = {
	kind: 'FilesystemTrimConfig',
	schema: filesystemTrimConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate(document, problems) {
		if (parseDuration(document.interval ?? '0') < 0n) problems.error(['interval'], 'interval cannot be negative');
	},
};
