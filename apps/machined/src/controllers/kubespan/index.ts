import type { Controller } from '@ichor/runtime';
import { kubeSpanConfigController } from './config.ts';

/** The network between the nodes, as far as a container node has it. */
export const kubeSpanControllers: readonly Controller[] = [kubeSpanConfigController];
