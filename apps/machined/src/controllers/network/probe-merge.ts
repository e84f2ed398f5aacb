import { ProbeSpec, probeId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** A probe is what the highest layer says of it. */
export const probeMergeController = merging({ name: 'ProbeMergeControllers.net.talos.dev', type: ProbeSpec, id: probeId });
