import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { asksForEncryption, checkEncryption } from './encryption.ts';
import { checkScrub, checkTrim } from './maintenance.ts';
import { asksForProvisioning, checkProvisioning } from './provisioning.ts';
import { type UserVolumeConfig, type UserVolumeFilesystem, userVolumeConfigSchema } from './user-volume-config.gen.ts';
import { checkVolumeName } from './volume-name.ts';

/** A volume for workloads, mounted below /var/mnt: a partition, a whole disk, or a directory. */
export const userVolumeConfig: DocumentKind<UserVolumeConfig> = {
	kind: 'UserVolumeConfig',
	schema: userVolumeConfigSchema,
	since: 'v1.10',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		checkVolumeName(document.name, problems);
		const type = document.volumeType ?? 'partition';
		if (type === 'directory') checkDirectory(document, problems);
		else if (type === 'disk' || type === 'partition') checkDevice(document, problems, type === 'partition');
		else problems.error(['volumeType'], `unsupported volume type ${quote(type)}`);
		checkTrim(document.trim, within(problems, 'trim'));
		checkScrub(document.scrub, within(problems, 'scrub'));
	},
};

/** A directory lives on the partition of another volume: it has none of the settings of one. */
function checkDirectory({ provisioning, encryption, filesystem, mount }: UserVolumeConfig, problems: Problems): void {
	const refuse = (field: string) => problems.error([field], `${field} spec is invalid for volumeType directory`);
	if (asksForProvisioning(provisioning)) refuse('provisioning');
	if (asksForEncryption(encryption)) refuse('encryption');
	if (typeOf(filesystem) !== 'none' || filesystem?.projectQuotaSupport !== undefined || filesystem?.xfs !== undefined) refuse('filesystem');
	if (mount?.disableAccessTime !== undefined) {
		problems.error(['mount', 'disableAccessTime'], 'mount.disableAccessTime is invalid for volumeType directory');
	}
}

function checkDevice({ provisioning, encryption, filesystem }: UserVolumeConfig, problems: Problems, sized: boolean): void {
	checkProvisioning(provisioning, within(problems, 'provisioning'), { required: true, sized });
	checkFilesystem(filesystem, within(problems, 'filesystem'));
	checkEncryption(encryption, within(problems, 'encryption'));
}

function checkFilesystem(filesystem: UserVolumeFilesystem | undefined, problems: Problems): void {
	const type = typeOf(filesystem);
	if (!['none', 'xfs', 'ext4', 'btrfs'].includes(type)) return problems.error(['type'], `unsupported filesystem type: ${type}`);
	if (type === 'none' || type === 'xfs') return;
	if (filesystem?.projectQuotaSupport) {
		return problems.error(['projectQuotaSupport'], 'project quota support is only available for xfs filesystem');
	}
	if (filesystem?.xfs !== undefined) problems.error(['xfs'], 'xfs options are only available for xfs filesystem');
}

function typeOf(filesystem: UserVolumeFilesystem | undefined): string {
	return filesystem?.type ?? 'none';
}
