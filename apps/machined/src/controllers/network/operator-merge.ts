import { OperatorSpec, operatorId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** An operator of a link is what the highest layer says of it. */
export const operatorMergeController = merging({ name: 'OperatorMergeControllers.net.talos.dev', type: OperatorSpec, id: operatorId });
