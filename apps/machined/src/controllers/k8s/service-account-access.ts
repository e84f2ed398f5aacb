import { adminTalosconfig, contextOf, decodeTalosconfig, encodeTalosconfig } from '@ichor/client';
import type { KubernetesObject } from '@ichor/kubernetes';
import { type CertificateAndKey, decodeCertificate, parseRoles } from '@ichor/machinery/pki';
import { talosApiService } from './talos-api-service.ts';

/** What a pod asks for: access to the API of the machines, as a secret of the same name. */
export interface TalosServiceAccount extends KubernetesObject {
	readonly spec?: { readonly roles?: readonly string[] };
	readonly status?: { readonly failureReason?: string };
}

export interface TalosSecret extends KubernetesObject {
	/** In base64. */
	readonly data?: Readonly<Record<string, string>>;
}

export interface AllowedAccess {
	readonly allowedAPIRoles: readonly string[];
	readonly allowedKubernetesNamespaces: readonly string[];
}

/** Why an account gets nothing, in upstream's words: the reason of the event, and its message. */
export interface AccessRefusal {
	readonly reason: 'ErrResourceExists' | 'ErrRolesNotFound' | 'ErrNamespaceNotAllowed' | 'ErrRolesNotAllowed';
	readonly message: string;
}

/**
 * Undefined when the account may have what it asks for.
 *
 * @param secret what has the name of the account already
 */
export function refusalOf(
	{ metadata: { name, namespace = '', uid }, spec }: TalosServiceAccount,
	secret: TalosSecret | undefined,
	{ allowedAPIRoles, allowedKubernetesNamespaces }: AllowedAccess,
): AccessRefusal | undefined {
	if (secret !== undefined && controllerOf(secret) !== uid) {
		const message = `Secret already exists and is not managed by controller: ${namespace}/${name}`;
		return { reason: 'ErrResourceExists', message };
	}
	if (spec?.roles === undefined) return { reason: 'ErrRolesNotFound', message: 'Roles not found' };
	if (!allowedKubernetesNamespaces.includes(namespace)) {
		return { reason: 'ErrNamespaceNotAllowed', message: `Namespace is not allowed: ${namespace}` };
	}
	const refused = spec.roles.filter((role) => !allowedAPIRoles.includes(role));
	if (refused.length > 0) return { reason: 'ErrRolesNotAllowed', message: `Roles not allowed: [${refused.join(' ')}]` };
	return undefined;
}

function controllerOf({ metadata }: TalosSecret): string | undefined {
	const owners = (metadata['ownerReferences'] ?? []) as readonly { readonly controller?: boolean; readonly uid: string }[];
	return owners.find(({ controller }) => controller === true)?.uid;
}

/** The key of the secret, and the name of the file that it is in a pod. */
const talosconfigKey = 'config';

/** The secret for an account that has none. */
export async function newSecret(account: TalosServiceAccount, authority: CertificateAndKey, now: Date): Promise<KubernetesObject> {
	const { apiVersion, kind, metadata } = account;
	const owner = { apiVersion, kind, name: metadata.name, uid: metadata.uid, controller: true, blockOwnerDeletion: true };
	return {
		apiVersion: 'v1',
		kind: 'Secret',
		metadata: { name: metadata.name, namespace: metadata.namespace ?? '', ownerReferences: [owner] },
		data: await dataOf(account, authority, now),
	};
}

/** What the secret of an account holds: a talosconfig with a client certificate for the roles that it asks for. */
export async function dataOf(
	{ spec }: TalosServiceAccount,
	authority: CertificateAndKey,
	now: Date,
): Promise<Readonly<Record<string, string>>> {
	const roles = spec?.roles ?? [];
	const config = await adminTalosconfig({
		clusterName: contextName,
		secrets: { certs: { os: authority } },
		endpoints: [endpoint],
		roles: parseRoles(roles).roles,
		now,
		lifetime: certificateLife,
	});
	return { [talosconfigKey]: btoa(encodeTalosconfig(config)) };
}

/** Whether the secret of an account still serves: this authority, these roles, and time left. */
export function isCurrent({ spec }: TalosServiceAccount, { data }: TalosSecret, authority: CertificateAndKey, now: Date): boolean {
	try {
		const { ca = '', crt = '', endpoints = [] } = contextOf(decodeTalosconfig(atob(data?.[talosconfigKey] ?? '')));
		const { notAfter, subject } = decodeCertificate(atob(crt));
		const left = notAfter.getTime() - now.getTime();
		const has = parseRoles(subject.organization ?? []).roles;
		return (
			atob(ca) === authority.crt &&
			endpoints.join() === endpoint &&
			left >= renewalTime &&
			left <= certificateLife &&
			has.join() === parseRoles(spec?.roles ?? []).roles.join()
		);
	} catch {
		// whatever is in it, it is no talosconfig of ours
		return false;
	}
}

const contextName = 'default';
const endpoint = `${talosApiService.name}.${talosApiService.namespace}`;

/** Milliseconds that a certificate is valid, and those that it is replaced before its end (upstream: certTTL, certRenewThreshold). */
const certificateLife = 6 * 3_600_000;
const renewalTime = 3_600_000;
