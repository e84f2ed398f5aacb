import { byteLength } from '../../byte-length.ts';
import type { Problems } from '../../document.ts';

/** The longest name of a volume: a partition label of 36 characters less the prefix `u-`, `r-`, `s-` or `x-`. */
export const longestVolumeName = 34;

/** A name that becomes part of a partition label or of a path below /var/mnt. */
export function checkVolumeName(name: string | undefined, problems: Problems, longest = longestVolumeName): void {
	const text = name ?? '';
	if (text === '') problems.error(['name'], 'name is required');
	if (text === '' || byteLength(text) > longest) problems.error(['name'], `name must be between 1 and ${longest} characters long`);
	checkVolumeNameCharacters(text, problems);
}

export function checkVolumeNameCharacters(name: string, problems: Problems): void {
	if (/[^A-Za-z0-9-]/.test(name)) {
		problems.error(['name'], 'name can only contain lowercase and uppercase ASCII letters, digits, and hyphens');
	}
}
