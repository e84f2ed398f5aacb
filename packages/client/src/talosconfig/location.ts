import { join } from 'node:path';
import { ClientError } from '../errors.ts';

/** A file that may hold the client's configuration. */
export interface TalosconfigPath {
	readonly path: string;
	/** Kubernetes mounts one into pods, and that one is read only. */
	readonly writable: boolean;
}

/** What of the environment decides where to look. */
export interface LocationEnvironment {
	readonly TALOSCONFIG?: string | undefined;
	readonly TALOS_HOME?: string | undefined;
	readonly HOME?: string | undefined;
}

/** Where Kubernetes puts the secrets of a Talos service account into a pod. */
const serviceAccountFolder = '/var/run/secrets/talos.dev';

/**
 * Where the configuration is looked for without `--talosconfig`, best first: `TALOSCONFIG`, the Talos folder (an absolute
 * `TALOS_HOME`, else `~/.talos`), the service account.
 *
 * Throws ClientError (`not-writable`) when there is no home folder to look into.
 */
export function talosconfigPaths(environment: LocationEnvironment): readonly TalosconfigPath[] {
	const folder = talosFolder(environment);
	const { TALOSCONFIG: named } = environment;
	return [
		...(named ? [{ path: named, writable: true }] : []),
		{ path: join(folder, 'config'), writable: true },
		{ path: join(serviceAccountFolder, 'config'), writable: false },
	];
}

/** The folder of everything that the client keeps. Throws ClientError (`not-writable`). */
export function talosFolder({ TALOS_HOME: talosHome, HOME: home }: LocationEnvironment): string {
	if (talosHome?.startsWith('/')) return talosHome;
	if (!home) throw new ClientError('not-writable', '$HOME is not defined');
	return join(home, '.talos');
}
