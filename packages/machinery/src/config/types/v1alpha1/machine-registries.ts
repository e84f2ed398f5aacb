import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { MachineRegistries } from './machine-registries.gen.ts';

/** A registry that is mentioned has something said about it. */
export function checkRegistries(registries: MachineRegistries | undefined, problems: Problems): void {
	for (const section of ['config', 'mirrors'] as const) {
		for (const [host, entry] of Object.entries(registries?.[section] ?? {})) {
			if (entry === null) problems.error([section, host], `registries.${section}[${quote(host)}] is null`);
		}
	}
}
