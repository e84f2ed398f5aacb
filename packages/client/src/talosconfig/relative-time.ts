const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const month = 30 * day;
const year = 12 * month;

/** Up to which distance each text goes; a `unit` says what is counted. Source: dustin/go-humanize v1.0.1, times.go. */
const magnitudes: readonly { readonly below: number; readonly text: string; readonly unit?: number }[] = [
	{ below: second, text: 'now' },
	{ below: 2 * second, text: '1 second' },
	{ below: minute, text: 'seconds', unit: second },
	{ below: 2 * minute, text: '1 minute' },
	{ below: hour, text: 'minutes', unit: minute },
	{ below: 2 * hour, text: '1 hour' },
	{ below: day, text: 'hours', unit: hour },
	{ below: 2 * day, text: '1 day' },
	{ below: week, text: 'days', unit: day },
	{ below: 2 * week, text: '1 week' },
	{ below: month, text: 'weeks', unit: week },
	{ below: 2 * month, text: '1 month' },
	{ below: year, text: 'months', unit: month },
	{ below: 18 * month, text: '1 year' },
	{ below: 2 * year, text: '2 years' },
	{ below: 37 * year, text: 'years', unit: year },
	{ below: Number.POSITIVE_INFINITY, text: 'a long while' },
];

/** How far a moment is from now, in the words of talosctl: `11 months from now`, `2 weeks ago`, `now`. A month has 30 days, a year twelve of them. */
export function relativeTime(moment: Date, now: Date): string {
	const distance = Math.abs(moment.getTime() - now.getTime());
	const { text, unit } = magnitudes.find(({ below }) => distance < below) ?? { text: 'a long while' };
	if (text === 'now') return text;
	const amount = unit === undefined ? text : `${Math.floor(distance / unit)} ${text}`;
	return `${amount} ${moment > now ? 'from now' : 'ago'}`;
}
