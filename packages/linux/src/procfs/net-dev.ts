/** A line of /proc/net/dev: what an interface received and sent since it is there (proc_pid_net(5)). */
export interface NetworkDevice {
	readonly name: string;
	readonly received: TrafficCounters & { readonly frame: number; readonly multicast: number };
	readonly sent: TrafficCounters & { readonly collisions: number; readonly carrier: number };
}

export interface TrafficCounters {
	readonly bytes: number;
	readonly packets: number;
	readonly errors: number;
	readonly dropped: number;
	readonly fifo: number;
	readonly compressed: number;
}

export function parseNetDev(text: string): readonly NetworkDevice[] {
	return text.split('\n').flatMap((line) => {
		const found = /^\s*([^:\s]+):\s*(.*)$/.exec(line);
		if (found?.[1] === undefined) return [];
		const n = (found[2] ?? '').trim().split(/\s+/).map(Number);
		const counters = (at: number, compressed: number): TrafficCounters => ({
			bytes: n[at] ?? 0,
			packets: n[at + 1] ?? 0,
			errors: n[at + 2] ?? 0,
			dropped: n[at + 3] ?? 0,
			fifo: n[at + 4] ?? 0,
			compressed: n[compressed] ?? 0,
		});
		return [
			{
				name: found[1],
				received: { ...counters(0, 6), frame: n[5] ?? 0, multicast: n[7] ?? 0 },
				sent: { ...counters(8, 15), collisions: n[13] ?? 0, carrier: n[14] ?? 0 },
			},
		];
	});
}
