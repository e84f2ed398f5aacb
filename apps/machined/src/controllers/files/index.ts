import type { BindMounts } from '@ichor/linux/mount';
import type { Controller } from '@ichor/runtime';
import { paths } from '../../paths.ts';
import { criRegistryConfigController } from './cri-registry-config.ts';
import { etcFileController } from './etc-file.ts';

/** What the controllers act on and ask. */
export interface FilesPorts {
	readonly mounts: BindMounts;
}

/** Files of the machine that are made, not shipped. */
export function filesControllers({ mounts }: FilesPorts): readonly Controller[] {
	return [etcFileController({ seen: paths.etc, kept: paths.systemEtc, mounts }), criRegistryConfigController];
}
