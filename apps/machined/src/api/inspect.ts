import { DependencyEdgeType as EdgeType, type InspectService } from '@ichor/api/inspect';
import type { Handlers } from '@ichor/rpc';
import type { DependencyEdge } from '@ichor/runtime';
import type { Machine } from '../machine.ts';

/** What reads and writes what inside of this machine. */
export function inspectApi({ engine }: Machine): Handlers<typeof InspectService> {
	return {
		async controllerRuntimeDependencies() {
			const edges = engine.dependencies.map(({ controller, kind, namespace, type, id }) => ({
				controllerName: controller,
				edgeType: edgeTypes[kind],
				resourceNamespace: namespace,
				resourceType: type,
				resourceId: id,
			}));
			return { messages: [{ edges }] };
		},
	};
}

const edgeTypes: Readonly<Record<DependencyEdge['kind'], EdgeType>> = {
	'output-exclusive': EdgeType.OUTPUT_EXCLUSIVE,
	'output-shared': EdgeType.OUTPUT_SHARED,
	'input-strong': EdgeType.INPUT_STRONG,
	'input-weak': EdgeType.INPUT_WEAK,
	'input-destroyReady': EdgeType.INPUT_DESTROY_READY,
};
