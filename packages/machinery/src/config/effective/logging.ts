import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

export interface LoggingDestination {
	/** `tcp://HOST:PORT` or `udp://HOST:PORT`. */
	readonly endpoint: string;
	readonly tags: Readonly<Record<string, string>>;
}

/** Where the logs of services go. */
export function loggingDestinations(config: MachineConfig): readonly LoggingDestination[] {
	const destinations = rootOf(config)?.machine?.logging?.destinations ?? [];
	return destinations.flatMap(({ endpoint, extraTags }) => (endpoint === undefined ? [] : [{ endpoint, tags: extraTags ?? {} }]));
}

/** Where the kernel's log goes: `tcp://HOST:PORT` or `udp://HOST:PORT`, each once. */
export function kmsgLogDestinations(config: MachineConfig): readonly string[] {
	return [...new Set(documentsOf(config, 'KmsgLogConfig').flatMap(({ value: { url } }) => url ?? []))];
}
