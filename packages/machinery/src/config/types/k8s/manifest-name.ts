import type { Problems } from '../../document.ts';
import { subdomainProblem } from '../../kubernetes-names.ts';

/** What a document adds to the cluster needs a name that Kubernetes would take. */
export function checkManifestName(what: 'manifest' | 'static pod', name: string | undefined, problems: Problems): void {
	if (!name) return problems.error(['name'], `${what} name is required`);
	const problem = subdomainProblem(name);
	if (problem !== undefined) problems.error(['name'], `${what} name is invalid: ${problem}`);
}
