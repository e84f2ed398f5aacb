import type { Controller } from '@ichor/runtime';
import { machineTypeController } from './machine-type.ts';

/** What the configuration says of the machine as a whole. */
export const configControllers: readonly Controller[] = [machineTypeController];
