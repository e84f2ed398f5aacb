/** The kinds of authorizers that can be configured. */
export const authorizerTypes: readonly string[] = ['Node', 'RBAC', 'Webhook'];
