/**
 * A whole number with an optional unit: powers of 1000 by their first letter, of 1024 by the letter and an i.
 * What follows the unit does not count ("10kg" is 10,000). Undefined when the text does not begin with a number, or
 * the unit is not known.
 */
export function parseQuantity(text: string): bigint | undefined {
	const match = /^(-?\d+)(.*)$/s.exec(text.trim());
	const [, digits, rest] = match ?? [];
	if (digits === undefined || rest === undefined) return undefined;
	const unit = rest.trim().toLowerCase();
	if (unit === '') return BigInt(digits);
	const factor = factors[unit.slice(0, 2)] ?? factors[unit.slice(0, 1)];
	return factor === undefined ? undefined : BigInt(digits) * factor;
}

const factors: Readonly<Record<string, bigint>> = {
	k: 10n ** 3n,
	m: 10n ** 6n,
	g: 10n ** 9n,
	t: 10n ** 12n,
	p: 10n ** 15n,
	ki: 1n << 10n,
	mi: 1n << 20n,
	gi: 1n << 30n,
	ti: 1n << 40n,
	pi: 1n << 50n,
};
