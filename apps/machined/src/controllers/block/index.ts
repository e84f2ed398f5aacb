import type { Controller } from '@ichor/runtime';
import { mountController } from './mount.ts';
import { mountRequestController } from './mount-request.ts';
import { mountStatusController } from './mount-status.ts';
import { userDiskConfigController } from './user-disk-config.ts';
import { volumeConfigController } from './volume-config.ts';
import { volumeManagerController } from './volume-manager.ts';

/** Volumes, from what the configuration says of them to what is mounted. */
export const blockControllers: readonly Controller[] = [
	userDiskConfigController,
	volumeConfigController,
	volumeManagerController,
	mountRequestController,
	mountController(),
	mountStatusController,
];
