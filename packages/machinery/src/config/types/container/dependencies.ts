import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { checkAbsolutePath } from './absolute-path.ts';
import type { ContainerConfig, ContainerDependsOn } from './container-config.gen.ts';

const networkConditions = ['addresses', 'connectivity', 'hostname', 'etcfiles'];

/** What one container says it waits for. */
export function checkDependencies(name: string, dependsOn: ContainerDependsOn | undefined, problems: Problems): void {
	const { paths = [], networks = [], containers = [] } = dependsOn ?? {};
	for (const [index, path] of paths.entries()) checkAbsolutePath('dependsOn.paths entry', path, ['paths', index], problems);
	for (const [index, condition] of networks.entries()) {
		if (networkConditions.includes(condition)) continue;
		problems.error(['networks', index], `unsupported dependsOn.networks condition ${quote(condition)}`);
	}
	for (const [index, other] of containers.entries()) {
		if (other === '') problems.error(['containers', index], 'dependsOn.containers entry must not be empty');
		else if (other === name) problems.error(['containers', index], `container ${quote(name)} cannot depend on itself`);
	}
}

/** What all containers together get wrong: containers that do not exist, and containers that wait for each other. */
export function dependencyProblems(containers: readonly ContainerConfig[]): string[] {
	const graph = new Map(containers.map(({ name, dependsOn }) => [name ?? '', dependsOn?.containers ?? []]));
	const missing = containers.flatMap(({ name, dependsOn }) =>
		(dependsOn?.containers ?? [])
			.filter((other) => !graph.has(other))
			.map((other) => `container ${quote(name ?? '')} depends on container ${quote(other)}, which is not configured`),
	);
	const cycles = findCycles(graph);
	return cycles.length === 0 ? missing : [...missing, `container dependsOn cycle detected: ${cycles.join(', ')}`];
}

/** Each cycle as `a -> b -> a`, sorted. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
	const cycles = new Set<string>();
	const explored = new Set<string>();
	for (const start of [...graph.keys()].sort()) {
		// A path through the graph, and for each container on it the dependencies that are still to be followed.
		const path: string[] = [];
		const pending: string[][] = [[start]];
		while (pending.length > 0) {
			const next = pending.at(-1)?.shift();
			if (next === undefined) {
				pending.pop();
				const left = path.pop();
				if (left !== undefined) explored.add(left);
				continue;
			}
			if (explored.has(next) || !graph.has(next)) continue;
			const seen = path.indexOf(next);
			if (seen >= 0) {
				cycles.add([...path.slice(seen), next].join(' -> '));
				continue;
			}
			path.push(next);
			pending.push([...(graph.get(next) ?? [])]);
		}
	}
	return [...cycles].sort();
}
