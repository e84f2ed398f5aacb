import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '@ichor/std';
import { partIngredients } from './part.ts';
import type { BuildPlace } from './source.ts';

/** Looks the source of every recipe up, and writes what it is now to os/lock.json. What no recipe names is forgotten. */
export async function lockSources(context: Context, place: BuildPlace): Promise<void> {
	const files = (await readdir(join(place.checkout, 'os/parts'))).filter((name) => name.endsWith('.yaml'));
	place.lock.clear();
	for (const file of files.toSorted()) {
		context.progress(`looking up ${file}`);
		await partIngredients(context, file.slice(0, -'.yaml'.length), place);
	}
	await place.lock.write();
}
