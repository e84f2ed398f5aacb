/** A number of bytes in powers of 1000 as go-humanize prints it: three figures, `1.4 MB`. */
export function decimalBytes(bytes: bigint): string {
	const value = Number(bytes);
	if (value < 10) return `${value} B`;
	const exponent = Math.min(Math.floor(Math.log(value) / Math.log(1000)), units.length - 1);
	const scaled = Math.floor((value / 1000 ** exponent) * 10 + 0.5) / 10;
	return `${scaled < 10 ? scaled.toFixed(1) : evenHalf(scaled)} ${units[exponent]}`;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** The nearest whole number, the even one of two: how Go prints a number without decimals. */
function evenHalf(value: number): number {
	const floor = Math.floor(value);
	return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}
