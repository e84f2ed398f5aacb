import type { ConfigPath, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';

/** A path from the root of a file system. `name` is what messages call it. */
export function checkAbsolutePath(name: string, path: string | undefined, place: ConfigPath, problems: Problems): void {
	if ((path ?? '') === '') problems.error(place, `${name} is required`);
	else if (!path?.startsWith('/')) problems.error(place, `${name} ${quote(path ?? '')} must be an absolute path`);
}
