import type { MessageInitShape } from '@bufbuild/protobuf';
import { MemInfoSchema } from '@ichor/api/machine';

/** /proc/meminfo as the API carries it: KiB under the kernel's names without their punctuation, in lower case; others are left out. */
export function meminfoMessage(values: ReadonlyMap<string, number>): MessageInitShape<typeof MemInfoSchema> {
	const known = new Set(MemInfoSchema.fields.map(({ localName }) => localName));
	const entries = [...values].map(([name, value]) => [name.replaceAll(/[()_]/g, '').toLowerCase(), BigInt(value)] as const);
	return Object.fromEntries(entries.filter(([name]) => known.has(name)));
}
