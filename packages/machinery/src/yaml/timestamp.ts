/**
 * A timestamp in canonical form (RFC 3339, with fractions as far as they are not zero), or undefined for text that is
 * none. Reads what go-yaml reads: a date, a date and a time without a zone behind a space, or with a zone behind `T` or
 * `t`; months, days, hours, minutes and seconds with one digit or two.
 */
export function parseTimestamp(text: string): string | undefined {
	const parts = pattern.exec(text)?.groups;
	if (parts === undefined) return undefined;
	const year = Number(parts['year']);
	const month = Number(parts['month']);
	const day = Number(parts['day']);
	if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return undefined;
	const date = `${parts['year']}-${twoDigits(month)}-${twoDigits(day)}`;
	if (parts['hour'] === undefined) return `${date}T00:00:00Z`;

	const hour = Number(parts['hour']);
	const minute = Number(parts['minute']);
	const second = Number(parts['second']);
	if (hour > 23 || minute > 59 || second > 59) return undefined;
	const zone = canonicalZone(parts['zone'] ?? 'Z');
	if (zone === undefined) return undefined;
	return `${date}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${fraction(parts['fraction'])}${zone}`;
}

const pattern = new RegExp(
	'^(?<year>\\d{4})-(?<month>\\d\\d?)-(?<day>\\d\\d?)' +
		'(?:(?:[Tt](?=.*(?:Z|[-+]\\d\\d:\\d\\d)$)| +(?=[\\d:.,]+$))' +
		'(?<hour>\\d\\d?):(?<minute>\\d\\d?):(?<second>\\d\\d?)(?:[.,](?<fraction>\\d+))?(?<zone>Z|[-+]\\d\\d:\\d\\d)?)?$',
);

function daysIn(month: number, year: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}

/** Nanoseconds at most, as Go has them. */
function fraction(digits = ''): string {
	const significant = digits.slice(0, 9).replace(/0+$/, '');
	return significant === '' ? '' : `.${significant}`;
}

/** An offset of up to 24 hours and 60 minutes; none is `Z`. */
function canonicalZone(zone: string): string | undefined {
	if (zone === 'Z') return zone;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(4));
	if (hours > 24 || minutes > 60) return undefined;
	if (hours === 0 && minutes === 0) return 'Z';
	const total = hours * 60 + minutes;
	return `${zone[0]}${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}`;
}
