import type { Controller } from '@ichor/runtime';
import { paths } from '../../paths.ts';
import { imageCacheConfigController } from './image-cache-config.ts';
import { registriesConfigController } from './registries-config.ts';
import { seccompProfileController } from './seccomp-profile.ts';
import { seccompProfileFileController } from './seccomp-profile-file.ts';

/** What the pods' containerd is told of registries and of the image cache. */
export const criControllers: readonly Controller[] = [
	imageCacheConfigController,
	registriesConfigController,
	seccompProfileController,
	seccompProfileFileController(paths.seccompProfiles),
];
