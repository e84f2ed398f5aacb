import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

/** From where and as whom images are pulled, by the registry's host; `*` stands for all others. */
export interface Registries {
	readonly mirrors: ReadonlyMap<string, RegistryMirror>;
	readonly auths: ReadonlyMap<string, RegistryAuth>;
	readonly tls: ReadonlyMap<string, RegistryTLS>;
}

export interface RegistryMirror {
	readonly endpoints: readonly { readonly url: string; readonly overridePath: boolean }[];
	/** A pull fails when no mirror has the image. */
	readonly skipFallback: boolean;
}

/** Empty texts for what is not set. */
export interface RegistryAuth {
	readonly username: string;
	readonly password: string;
	readonly auth: string;
	readonly identityToken: string;
}

/** PEM in base64; empty texts for what is not set. */
export interface RegistryTLS {
	readonly clientIdentity: { readonly crt: string; readonly key: string } | undefined;
	readonly ca: string;
	readonly insecureSkipVerify: boolean;
}

/** The registries of the root document, overridden by the documents that name one each. */
export function registries(config: MachineConfig): Registries {
	const { mirrors = {}, config: hosts = {} } = rootOf(config)?.machine?.registries ?? {};
	return {
		mirrors: new Map([
			...Object.entries(mirrors).map(([host, mirror]) => [host, legacyMirror(mirror)] as const),
			...mirrorDocuments(config),
		]),
		auths: new Map([
			...Object.entries(hosts).flatMap(([host, one]) => (one?.auth ? [[host, authOf(one.auth)] as const] : [])),
			...authDocuments(config),
		]),
		tls: new Map([
			...Object.entries(hosts).flatMap(([host, one]) => (one?.tls ? [[host, legacyTLS(one.tls)] as const] : [])),
			...tlsDocuments(config),
		]),
	};
}

type Legacy = NonNullable<NonNullable<NonNullable<ReturnType<typeof rootOf>>['machine']>['registries']>;
type LegacyMirror = NonNullable<Legacy['mirrors']>[string];
type LegacyHost = NonNullable<NonNullable<Legacy['config']>[string]>;

function legacyMirror(mirror: LegacyMirror): RegistryMirror {
	const { endpoints = [], overridePath = false, skipFallback = false } = mirror ?? {};
	return { endpoints: endpoints.map((url) => ({ url: url ?? '', overridePath })), skipFallback };
}

function legacyTLS({ clientIdentity, ca = '', insecureSkipVerify = false }: NonNullable<LegacyHost['tls']>): RegistryTLS {
	const identity = clientIdentity && { crt: clientIdentity.crt ?? '', key: clientIdentity.key ?? '' };
	return { clientIdentity: identity, ca, insecureSkipVerify };
}

function authOf({ username = '', password = '', auth = '', identityToken = '' }: Partial<RegistryAuth>): RegistryAuth {
	return { username, password, auth, identityToken };
}

function mirrorDocuments(config: MachineConfig): readonly (readonly [string, RegistryMirror])[] {
	return documentsOf(config, 'RegistryMirrorConfig').map(({ value: { name = '', endpoints = [], skipFallback = false } }) => {
		const places = endpoints.map((endpoint) => ({ url: endpoint?.url ?? '', overridePath: endpoint?.overridePath ?? false }));
		return [name, { endpoints: places, skipFallback }];
	});
}

function authDocuments(config: MachineConfig): readonly (readonly [string, RegistryAuth])[] {
	return documentsOf(config, 'RegistryAuthConfig').map(({ value }) => [value.name ?? '', authOf(value)]);
}

function tlsDocuments(config: MachineConfig): readonly (readonly [string, RegistryTLS])[] {
	return documentsOf(config, 'RegistryTLSConfig').map(({ value: { name = '', clientIdentity, ca = '', insecureSkipVerify = false } }) => {
		const identity = clientIdentity && { crt: btoa(clientIdentity.cert ?? ''), key: btoa(clientIdentity.key ?? '') };
		return [name, { clientIdentity: identity, ca: btoa(ca), insecureSkipVerify }];
	});
}
