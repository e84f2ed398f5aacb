import { byteLength } from '../../byte-length.ts';
import type { Problems } from '../../document.ts';

/** A name that becomes that of a device. */
export function checkStorageName(name: string | undefined, longest: number, problems: Problems): void {
	const text = name ?? '';
	if (text === '') problems.error(['name'], 'name is required');
	if (text === '' || byteLength(text) > longest) problems.error(['name'], `name must be between 1 and ${longest} characters long`);
	if (/[^A-Za-z0-9_-]/.test(text)) problems.error(['name'], 'name can only contain ASCII letters, digits, hyphens and underscores');
}
