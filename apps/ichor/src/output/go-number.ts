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
	return sizeText(bytes, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB']);
}

/** A size in steps of 1024, `79 MiB`: as the same library's IBytes. */
export function binarySize(bytes: bigint): string {
	return sizeText(bytes, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']);
}

function sizeText(bytes: bigint, base: number, units: readonly string[]): string {
	const size = Number(BigInt.asUintN(64, bytes));
	if (size < 10) return `${size} B`;
	const step = Math.floor(Math.log(size) / Math.log(base));
	const value = Math.floor((size / base ** step) * 10 + 0.5) / 10;
	return `${fixed(value, value < 10 ? 1 : 0)} ${units[step] ?? ''}`;
}
