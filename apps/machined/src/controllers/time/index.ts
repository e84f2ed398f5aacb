import type { Controller } from '@ichor/runtime';
import { timeSyncController } from './sync.ts';

/** The clock. */
export const timeControllers: readonly Controller[] = [timeSyncController];
