import { plainValue } from '@ichor/machinery/config';
import { type Authorizer, apiServer, authorizers } from '@ichor/machinery/effective';
import { AuthorizationConfig, authorizationConfigId } from '@ichor/machinery/resources';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { jsonObject } from './json.ts';

/** Whom the API server asks, in which order, whether a request is allowed. */
export const authorizationConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneAuthorizationPolicyController',
	type: AuthorizationConfig,
	id: authorizationConfigId,
	spec(config) {
		const server = apiServer(config);
		if (server === undefined) return undefined;
		const wanted = server.injectsDefaultAuthorizers ? withDefaults(authorizers(config)) : authorizers(config);
		return {
			image: server.image,
			config: wanted.map(({ type, name, webhook }) => ({ type, name, webhook: jsonObject(plainValue(webhook)) })),
		};
	},
});

/** Nodes and roles are asked first where the user did not put them elsewhere. */
function withDefaults(configured: readonly Authorizer[]): readonly Authorizer[] {
	const missing = defaultAuthorizers.filter(({ type }) => !configured.some((one) => one.type === type));
	const [node, ...rest] = configured;
	// a node authorizer of the user's own stays in front of ours for roles
	if (missing.length === 1 && missing[0]?.type === 'RBAC' && node !== undefined) return [node, ...missing, ...rest];
	return [...missing, ...configured];
}

const defaultAuthorizers: readonly Authorizer[] = [
	{ type: 'Node', name: 'node', webhook: {} },
	{ type: 'RBAC', name: 'rbac', webhook: {} },
];
