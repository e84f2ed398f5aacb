/** From now for so many hours. Counted in 64 bits of nanoseconds, as upstream counts: what overflows them wraps around. */
export function validityOfHours(hours: number): { readonly notBefore: Date; readonly notAfter: Date } {
	const now = new Date();
	const nanoseconds = BigInt.asIntN(64, BigInt(hours) * 3_600_000_000_000n);
	return { notBefore: now, notAfter: new Date(now.getTime() + Number(nanoseconds / 1_000_000n)) };
}
