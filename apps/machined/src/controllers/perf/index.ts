import type { Controller } from '@ichor/runtime';
import { statsController } from './stats.ts';

/** What the machine does with its processors and its memory. */
export const perfControllers: readonly Controller[] = [statsController];
