/** What a client may do, as the organizations of its certificate say (`os:admin` may do everything). */
export const roles = [
	'os:admin',
	'os:operator',
	'os:reader',
	'os:etcd:backup',
	'os:image:verifier',
	'os:meta:writer',
	'os:impersonator',
] as const;

export type Role = (typeof roles)[number];

/** Whether this version knows a role. */
export function isRole(name: string): name is Role {
	return known.has(name);
}

const known: ReadonlySet<string> = new Set(roles);

export interface ParsedRoles {
	/** Sorted and without repetition, unknown ones included: a newer certificate must work with an older client. */
	readonly roles: readonly string[];
	/** Those that this version does not know, in the order given. */
	readonly unknown: readonly string[];
}

/** Trims each name and passes over empty ones: certificates of early Talos versions have one empty organization. */
export function parseRoles(names: readonly string[]): ParsedRoles {
	const given = names.map((name) => name.trim()).filter((name) => name !== '');
	return { roles: [...new Set(given)].sort(), unknown: given.filter((name) => !isRole(name)) };
}
