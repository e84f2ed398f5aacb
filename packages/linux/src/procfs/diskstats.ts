/** A line of /proc/diskstats (proc_diskstats(5), Documentation/admin-guide/iostats.rst). Times are in milliseconds. */
export interface DiskStatistics {
	readonly name: string;
	readonly reads: DiskOperations;
	readonly writes: DiskOperations;
	readonly discards: DiskOperations;
	readonly inProgress: number;
	readonly time: number;
	readonly weightedTime: number;
}

export interface DiskOperations {
	readonly completed: number;
	readonly merged: number;
	readonly sectors: number;
	readonly time: number;
}

export function parseDiskstats(text: string): readonly DiskStatistics[] {
	return text.split('\n').flatMap((line) => {
		const [, , name, ...numbers] = line.trim().split(/\s+/);
		if (name === undefined) return [];
		const n = numbers.map(Number);
		const operations = (at: number): DiskOperations => ({
			completed: n[at] ?? 0,
			merged: n[at + 1] ?? 0,
			sectors: n[at + 2] ?? 0,
			time: n[at + 3] ?? 0,
		});
		return [
			{
				name,
				reads: operations(0),
				writes: operations(4),
				discards: operations(11),
				inProgress: n[8] ?? 0,
				time: n[9] ?? 0,
				weightedTime: n[10] ?? 0,
			},
		];
	});
}
