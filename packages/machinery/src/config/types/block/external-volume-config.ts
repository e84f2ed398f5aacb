import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { type ExternalVolumeConfig, externalVolumeConfigSchema, type VirtiofsMount } from './external-volume-config.gen.ts';
import { checkVolumeName } from './volume-name.ts';

/** A file system that the hypervisor shares. */
export const externalVolumeConfig: DocumentKind<ExternalVolumeConfig> = {
	kind: 'ExternalVolumeConfig',
	schema: externalVolumeConfigSchema,
	since: 'v1.13',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		checkVolumeName(document.name, problems);
		const type = document.filesystemType ?? 'none';
		if (type === 'virtiofs') return checkVirtiofs(document.mount?.virtiofs, within(problems, 'mount', 'virtiofs'));
		problems.error(['filesystemType'], `invalid filesystem type: ${type}`);
	},
};

function checkVirtiofs(mount: VirtiofsMount | undefined, problems: Problems): void {
	if (mount === undefined) return problems.error([], 'virtiofs mount spec is required');
	if ((mount.tag ?? '') === '') problems.error(['tag'], 'virtiofs tag is required');
}
