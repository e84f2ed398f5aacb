/** The load averages of one, five and fifteen minutes: /proc/loadavg (proc_loadavg(5)). */
export function parseLoadavg(text: string): readonly [one: number, five: number, fifteen: number] {
	const [one = 0, five = 0, fifteen = 0] = text.split(' ').slice(0, 3).map(Number);
	return [one, five, fifteen];
}
