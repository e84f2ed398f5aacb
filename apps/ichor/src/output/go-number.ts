/** A number with that many decimals, as Go's fmt rounds: of two that are equally near, the even one. */
export function fixed(value: number, decimals: number): string {
	const rounded = value.toFixed(decimals);
	// only a multiple of 2^-(decimals+1) can be exactly between two
	if (!Number.isInteger(value * 2 ** (decimals + 1)) || Math.abs((value * 10 ** decimals) % 1) !== 0.5) return rounded;
	const below = Math.trunc(value * 10 ** decimals);
	return ((below + (below % 2)) / 10 ** decimals).toFixed(decimals);
}

/** A size in steps of 1000, `83 MB`, `1.2 kB`: as github.com/dustin/go-humanize prints it. */
export function humanSize(bytes: bigint): string {
	const size = Number(BigInt.asUintN(64, bytes));
	if (size < 10) return `${size} B`;
	const step = Math.floor(Math.log(size) / Math.log(1000));
	const value = Math.floor((size / 1000 ** step) * 10 + 0.5) / 10;
	return `${fixed(value, value < 10 ? 1 : 0)} ${units[step] ?? ''}`;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
