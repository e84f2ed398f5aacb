import { RouteSpec, routeId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** A route is what the highest layer says of it. */
export const routeMergeController = merging({ name: 'RouteMergeControllers.net.talos.dev', type: RouteSpec, id: routeId });
