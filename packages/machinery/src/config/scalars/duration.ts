import { TextRefusal } from './refusal.ts';

/** The canonical text of a span of time: `90m` becomes `1h30m0s`. Refuses what Go's time.ParseDuration refuses. */
export function canonicalDuration(text: string): string {
	return formatDuration(parseDuration(text));
}

/** Nanoseconds in a text such as `1h30m`, `-1.5s` or `250ms`. */
export function parseDuration(text: string): bigint {
	const negative = text.startsWith('-');
	let rest = negative || text.startsWith('+') ? text.slice(1) : text;
	if (rest === '0') return 0n;
	if (rest === '') throw refusal('invalid duration', text);
	let total = 0n;
	while (rest !== '') {
		const [matched, whole = '', , fraction = ''] = /^(\d*)(\.(\d*))?/.exec(rest) ?? [''];
		if (matched === '' || matched === '.') throw refusal('invalid duration', text);
		rest = rest.slice(matched.length);
		const unitName = /^[^.\d]*/.exec(rest)?.[0] ?? '';
		if (unitName === '') throw refusal('missing unit in duration', text);
		const unit = units.get(unitName);
		if (unit === undefined) throw refusal(`unknown unit ${quoteBytes(unitName)} in duration`, text);
		rest = rest.slice(unitName.length);
		const part = BigInt(whole || '0') * unit + nanosecondsOf(fraction, unit);
		total += part;
		if (part > limit || total > limit) throw refusal('invalid duration', text);
	}
	if (!negative && total === limit) throw refusal('invalid duration', text);
	return negative ? -total : total;
}

/** Whether a span of time runs backwards; none does not. */
export function isNegative(text: string | undefined): boolean {
	return text !== undefined && parseDuration(text) < 0n;
}

/** The text of a number of nanoseconds: hours, minutes and seconds, or one smaller unit below a second. */
export function formatDuration(nanoseconds: bigint): string {
	if (nanoseconds === 0n) return '0s';
	const sign = nanoseconds < 0n ? '-' : '';
	const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
	if (size < 1000n) return `${sign}${size}ns`;
	if (size < 1_000_000n) return `${sign}${decimal(size, 1000n)}µs`;
	if (size < second) return `${sign}${decimal(size, 1_000_000n)}ms`;
	const minutes = size / (60n * second);
	const seconds = `${decimal(size % (60n * second), second)}s`;
	if (minutes === 0n) return `${sign}${seconds}`;
	const hours = minutes / 60n;
	return `${sign}${hours === 0n ? '' : `${hours}h`}${minutes % 60n}m${seconds}`;
}

const second = 1_000_000_000n;

/** One more nanosecond than fits; only its negative does. */
const limit = 1n << 63n;

const units: ReadonlyMap<string, bigint> = new Map([
	['ns', 1n],
	['us', 1000n],
	['\u00b5s', 1000n],
	['\u03bcs', 1000n],
	['ms', 1_000_000n],
	['s', second],
	['m', 60n * second],
	['h', 3600n * second],
]);

/** In floating point, as Go does it, so that the last digit agrees. Digits that overflow 63 bits do not count. */
function nanosecondsOf(fraction: string, unit: bigint): bigint {
	let digits = 0n;
	let scale = 1;
	for (const digit of fraction) {
		if (digits > (limit - 1n) / 10n) break;
		const next = digits * 10n + BigInt(digit);
		if (next > limit) break;
		digits = next;
		scale *= 10;
	}
	return digits === 0n ? 0n : BigInt(Math.trunc(Number(digits) * (Number(unit) / scale)));
}

function decimal(value: bigint, unit: bigint): string {
	const fraction = (value % unit)
		.toString()
		.padStart(unit.toString().length - 1, '0')
		.replace(/0+$/, '');
	return `${value / unit}${fraction === '' ? '' : `.${fraction}`}`;
}

function refusal(problem: string, text: string): TextRefusal {
	return new TextRefusal(`time: ${problem} ${quoteBytes(text)}`);
}

/** Go's time package quotes everything beyond printable ASCII byte by byte. */
function quoteBytes(text: string): string {
	const escaped = [...text].map((character) => {
		if (character === '"' || character === '\\') return `\\${character}`;
		if (character >= ' ' && character < '\u0080') return character;
		return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
	});
	return `"${escaped.join('')}"`;
}
