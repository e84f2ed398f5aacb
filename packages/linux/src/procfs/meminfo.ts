/** /proc/meminfo as numbers in KiB by the kernel's own names: `MemTotal`, `HugePages_Free` (a count) (proc_meminfo(5)). */
export function parseMeminfo(text: string): ReadonlyMap<string, number> {
	const values = new Map<string, number>();
	for (const line of text.split('\n')) {
		const found = /^([^:\s]+):\s+(\d+)(?: kB)?$/.exec(line);
		if (found?.[1] !== undefined) values.set(found[1], Number(found[2]));
	}
	return values;
}
