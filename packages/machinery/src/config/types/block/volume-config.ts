import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote, quoteList } from '../../quote.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkEncryption, isEncrypted } from './encryption.ts';
import { checkScrub, checkTrim } from './maintenance.ts';
import { asksForProvisioning, checkProvisioning } from './provisioning.ts';
import { type VolumeConfig, volumeConfigSchema } from './volume-config.gen.ts';

/** Settings of a volume that Talos itself uses. */
export const volumeConfig: DocumentKind<VolumeConfig> = {
	kind: 'VolumeConfig',
	schema: volumeConfigSchema,
	since: 'v1.8',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		if (!systemVolumes.includes(document.name ?? '')) {
			return problems.error(['name'], `only ${quoteList(systemVolumes)} volumes are supported`);
		}
		checkVolume(document, problems);
		checkProvisioning(document.provisioning, within(problems, 'provisioning'), { required: false, sized: true });
		checkEncryption(document.encryption, within(problems, 'encryption'));
		checkTrim(document.trim, within(problems, 'trim'));
		checkScrub(document.scrub, within(problems, 'scrub'));
	},
	conflicts({ name, encryption }, root: RootConfig, problems) {
		const legacy = root.machine?.systemDiskEncryption;
		const other = name === 'STATE' ? legacy?.state : name === 'EPHEMERAL' ? legacy?.ephemeral : undefined;
		if (other === undefined || !isEncrypted(encryption)) return;
		problems.error(
			['encryption'],
			`system disk encryption for ${quote(name ?? '')} is configured in both v1alpha1.Config and VolumeConfig`,
		);
	},
};

const systemVolumes = ['STATE', 'EPHEMERAL', 'IMAGECACHE', 'ETCD', 'CRI', 'KUBELET', 'LOG'];

/** What each of the volumes cannot have. */
function checkVolume(volume: VolumeConfig, problems: Problems): void {
	const name = quote(volume.name ?? '');
	const hasMount = volume.mount?.secure !== undefined || volume.mount?.disableAccessTime !== undefined;
	const refuseMount = () => problems.error(['mount'], `mount config is not allowed for the ${name} volume`);
	switch (volume.name) {
		case 'STATE':
			if (asksForProvisioning(volume.provisioning)) {
				problems.error(['provisioning'], `provisioning config is not allowed for the ${name} volume`);
			}
			for (const [index, key] of (volume.encryption?.keys ?? []).entries()) {
				if (key.lockToState) problems.error(['encryption', 'keys', index], `state-locked key is not allowed for the ${name} volume`);
			}
			if (hasMount) refuseMount();
			return;
		case 'IMAGECACHE':
			if (hasMount) refuseMount();
			if (volume.filesystem?.xfs !== undefined) {
				problems.error(['filesystem'], `filesystem config is not allowed for the ${name} volume`);
			}
			return;
		case 'EPHEMERAL':
			return;
		default:
			if (!hasMount || asksForProvisioning(volume.provisioning)) return;
			problems.error(['mount'], `mount config for the ${name} volume is only supported when it is provisioned onto a dedicated partition`);
	}
}
