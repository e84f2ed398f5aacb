import type { Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { checkEncryption } from './encryption.ts';
import { checkProvisioning } from './provisioning.ts';
import type { RawVolumeConfig } from './raw-volume-config.gen.ts';
import type { SwapVolumeConfig } from './swap-volume-config.gen.ts';
import { checkVolumeName } from './volume-name.ts';

/** The rules of a named partition without a file system: which disk, how large, how encrypted. */
export function checkPartition({ name, provisioning, encryption }: RawVolumeConfig | SwapVolumeConfig, problems: Problems): void {
	checkVolumeName(name, problems);
	checkProvisioning(provisioning, within(problems, 'provisioning'), { required: true, sized: true });
	checkEncryption(encryption, within(problems, 'encryption'));
}
