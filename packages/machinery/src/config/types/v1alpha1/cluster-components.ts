import type { Problems } from '../../document.ts';
import { authorizerTypes } from '../k8s/authorizer-type.ts';
import { unsupportedResource } from '../k8s/resources.ts';
import type { ClusterAPIServer, ClusterAuthorizer, ComponentResources } from './cluster-components.gen.ts';

/** The first thing that is wrong with kube-apiserver's section. */
export function checkAPIServer({ authorizationConfig, extraArgs = {}, resources }: ClusterAPIServer, problems: Problems): void {
	for (const name of authorizationConfig ? Object.keys(extraArgs) : []) {
		const problem = authorizationArgumentProblem(name);
		if (problem !== undefined) return problems.error(['extraArgs', name], problem);
	}
	for (const [index, authorizer] of (authorizationConfig ?? []).entries()) {
		const problem = authorizerProblem(authorizer);
		if (problem === undefined) continue;
		return problems.error(['authorizationConfig', index], `apiserver authorization config validation failed: ${problem}`);
	}
	checkPodResources('apiserver', resources, problems);
}

/** Only processor time and memory can be asked for or limited. */
export function checkPodResources(component: string, resources: ComponentResources | undefined, problems: Problems): void {
	const unsupported = unsupportedResource(resources);
	if (!unsupported) return;
	problems.error(['resources', ...unsupported.path], `${component} resource validation failed: ${unsupported.message}`);
}

/** Authorizers are either configured or given as arguments. (The spelling is upstream's.) */
function authorizationArgumentProblem(name: string): string | undefined {
	const both = (what: string) => `${what} cannot be used in conjunction with AuthorizationConfig, use`;
	if (name === 'authorization-mode') return `${both('authorization-mode')} eitherr AuthorizationConfig or authorization-mode`;
	if (!name.startsWith('authorization-webhook-')) return undefined;
	return `${both('authorization-webhook-* flags')} either AuthorizationConfig or authorization-webhook-* flags`;
}

function authorizerProblem(authorizer: ClusterAuthorizer | null): string | undefined {
	const { type, name } = authorizer ?? {};
	if (!type) return 'authorizer type must be set';
	if (!name) return 'authorizer name must be set';
	if (authorizerTypes.includes(type)) return undefined;
	return `authorizer type ${type} is not allowed, allowed types are [${authorizerTypes.join(' ')}]`;
}
