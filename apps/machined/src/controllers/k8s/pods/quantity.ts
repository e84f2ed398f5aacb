/** Bytes that a Go program should stay below so that it never reaches its limit; undefined without a limit that can be read. */
export function memoryLimit(limit: string | undefined): number | undefined {
	const [, digits = '', suffix = ''] = /^(\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(limit ?? '') ?? [];
	const factor = factors[suffix];
	if (digits === '' || factor === undefined) return undefined;
	const bytes = Number(digits) * factor;
	return bytes > 0 ? Math.floor((bytes * percentage) / 100) : undefined;
}

/** Upstream: GoGCMemLimitPercentage. */
const percentage = 95;

/** Suffixes of a quantity (k8s.io/apimachinery, resource.Quantity). */
const factors: Readonly<Record<string, number>> = {
	'': 1,
	k: 1e3,
	M: 1e6,
	G: 1e9,
	T: 1e12,
	Ki: 2 ** 10,
	Mi: 2 ** 20,
	Gi: 2 ** 30,
	Ti: 2 ** 40,
};
