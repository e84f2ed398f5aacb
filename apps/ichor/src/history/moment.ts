import { parseDuration } from '@ichor/machinery/duration';

/**
 * A moment that a user means: a time of RFC 3339 (`2026-11-21T18:00:00Z`), or how long ago it was (`90s`, `1h30m`).
 *
 * @returns milliseconds since 1970
 * @throws Error for anything else
 */
export function momentOf(text: string, now: number): number {
	if (/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text)) {
		const time = Date.parse(text);
		if (!Number.isNaN(time)) return time;
	}
	try {
		return now - Number(parseDuration(text) / 1_000_000n);
	} catch (error) {
		throw new Error(`${JSON.stringify(text)} is no moment: give a time as 2026-11-21T18:00:00Z, or how long ago it was as 1h30m`, {
			cause: error,
		});
	}
}
