/**
 * A place in a list after a key that scrolls, from 0 to `most`. Undefined when the key does not scroll.
 *
 * @param page rows that are seen at once
 */
export function scrolled(place: number, key: string, page: number, most: number): number | undefined {
	const limited = (wanted: number): number => Math.max(Math.min(wanted, most), 0);
	if (key === 'home' || key === 'g') return 0;
	if (key === 'end' || key === 'G') return limited(most);
	const step = steps[key]?.(Math.max(page, 1));
	return step === undefined ? undefined : limited(limited(place) + step);
}

/** As upstream's, and the keys that a keyboard has for it. */
const steps: Readonly<Record<string, (page: number) => number>> = {
	j: () => 1,
	down: () => 1,
	k: () => -1,
	up: () => -1,
	'ctrl-d': (page) => Math.ceil(page / 2),
	'ctrl-u': (page) => -Math.ceil(page / 2),
	'ctrl-f': (page) => page,
	pagedown: (page) => page,
	'ctrl-b': (page) => -page,
	pageup: (page) => -page,
};
