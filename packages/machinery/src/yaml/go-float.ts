/**
 * A float as Go's strconv prints it with format `g` and the shortest precision, and with YAML's names for what is not a
 * number: `1e+06`, `0.0001`, `1e-05`, `-0`, `.inf`, `-.inf`, `.nan`.
 */
export function formatFloat(value: number): string {
	if (Number.isNaN(value)) return '.nan';
	if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
	if (Object.is(value, -0)) return '-0';
	const [digits = '', exponent = ''] = value.toExponential().split('e');
	const power = Number(exponent);
	if (value === 0 || (power >= -4 && power < leastPowerOfTen)) return String(value);
	return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** strconv's `%g`: with the shortest precision it decides as if the precision were 6. */
const leastPowerOfTen = 6;
