import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Snapshot, SnapshotResource } from './snapshot.ts';

/**
 * Reads what `talosctl get TYPE -o yaml` has printed of every type, each after a line `# TYPE (exit 0)`, and beside it
 * resource-definitions.yaml, what `talosctl get rd -o yaml` has.
 *
 * @throws what the file system and the YAML parser throw
 */
export function readRecording(path: string): Snapshot {
	const definitions = documents(readFileSync(join(dirname(path), 'resource-definitions.yaml'), 'utf8'));
	const sections = readFileSync(path, 'utf8').split(/^# (\S+) \(exit \d+\)$/m);
	return {
		definitions: new Map(definitions.map(({ spec }) => [String((spec as { type?: unknown }).type), spec as Record<string, unknown>])),
		resources: new Map(
			sections.flatMap((type, at) => (at % 2 === 0 ? [] : [[type, documents(sections[at + 1] ?? '').map(resourceOf)] as const])),
		),
	};
}

interface PrintedResource {
	readonly metadata: { readonly id: unknown; readonly owner?: string; readonly labels?: Readonly<Record<string, string>> };
	readonly spec?: unknown;
}

function documents(text: string): readonly PrintedResource[] {
	return loadAll(text).filter((document): document is PrintedResource => document !== null && document !== undefined);
}

function resourceOf({ metadata, spec }: PrintedResource): SnapshotResource {
	return { id: String(metadata.id), owner: metadata.owner ?? '', labels: Object.keys(metadata.labels ?? {}), spec };
}
