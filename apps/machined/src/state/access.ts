import { RpcError } from '@ichor/rpc';
import { type Access, type AccessRule, isReadOnly, type TypeRegistry } from '@ichor/runtime';

/** What callers of the API may do with resources: read them, the sensitive ones as administrators only. */
export function apiAccess(registry: TypeRegistry, namespaces: ReadonlySet<string>, roles: readonly string[]): AccessRule {
	return (access) => {
		const type = registry.find(access.type);
		if (type === undefined) throw new RpcError('permission-denied', `resource type ${JSON.stringify(access.type)} is not supported`);
		if (!namespaces.has(access.namespace))
			throw new RpcError('permission-denied', `namespace ${JSON.stringify(access.namespace)} is not supported`);
		if (!isReadOnly(access)) throw new RpcError('permission-denied', 'write access is not allowed');
		if (type.sensitive === true && !roles.includes('os:admin')) throw new RpcError('permission-denied', 'not authorized');
	};
}

/** What a daemon of ours may read: these types, nothing else. */
export function daemonAccess(types: readonly { readonly type: string }[]): AccessRule {
	const allowed = new Set(types.map(({ type }) => type));
	return (access: Access) => {
		if (!allowed.has(access.type) || !isReadOnly(access)) throw new RpcError('permission-denied', 'access denied');
	};
}
