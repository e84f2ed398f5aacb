import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ClientError } from '../errors.ts';
import { type LocationEnvironment, type TalosconfigPath, talosconfigPaths } from './location.ts';
import { emptyTalosconfig, type Talosconfig } from './talosconfig.ts';
import { decodeTalosconfig, encodeTalosconfig } from './talosconfig-text.ts';

/** A configuration and the file that it came from. */
export interface TalosconfigFile {
	readonly config: Talosconfig;
	readonly place: TalosconfigPath;
}

/**
 * Reads the client's configuration: the file that is named, else the first that exists of the places that upstream
 * looks at. A file that is missing where one is wanted is created empty, as upstream does.
 *
 * Throws ClientError, or what the file system throws.
 */
export function openTalosconfig(path: string, environment: LocationEnvironment): TalosconfigFile {
	const place = path === '' ? firstPlace(talosconfigPaths(environment)) : { path, writable: true };
	if (!existsSync(place.path)) saveTalosconfig(emptyTalosconfig, place);
	return { config: decodeTalosconfig(readFileSync(place.path, 'utf8')), place };
}

/**
 * Writes the configuration whole, readable by its owner only; folders that are missing are created for the owner only.
 *
 * Throws ClientError (`not-writable`) for a place that is read only, or what the file system throws.
 */
export function saveTalosconfig(config: Talosconfig, { path, writable }: TalosconfigPath): void {
	if (!writable) throw new ClientError('not-writable', `not allowed to write to config: ${path}`);
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	writeFileSync(path, encodeTalosconfig(config), { mode: 0o600 });
}

function firstPlace(places: readonly TalosconfigPath[]): TalosconfigPath {
	const place = places.find((candidate) => existsSync(candidate.path)) ?? places.find((candidate) => candidate.writable);
	if (!place) throw new ClientError('not-writable', 'no valid config paths found');
	return place;
}
