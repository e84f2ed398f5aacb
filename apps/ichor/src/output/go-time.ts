/** A moment of the protocol: seconds since 1970, and nanoseconds. */
interface Timestamp {
	readonly seconds: bigint;
	readonly nanos: number;
}

/** `2026-11-21 15:12:07.5 +0000 UTC`: as Go prints a time. */
export function timeText({ seconds, nanos }: Timestamp): string {
	const [date = '', time = ''] = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', '').split('T');
	const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
	return `${date} ${time}${fraction} +0000 UTC`;
}

/** How long ago it was, to the second: `1h2m3s`. */
export function ageText({ seconds, nanos }: Timestamp, now: Date): string {
	const milliseconds = now.getTime() - Number(seconds) * 1000 - nanos / 1_000_000;
	// Go rounds halves away from zero
	const whole = Math.sign(milliseconds) * Math.round(Math.abs(milliseconds) / 1000);
	const size = Math.abs(whole);
	const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
	const first = parts.findIndex((part) => part > 0);
	const text = first < 0 ? '0s' : parts.map((part, index) => (index < first ? '' : `${part}${'hms'[index]}`)).join('');
	return `${whole < 0 ? '-' : ''}${text}`;
}
