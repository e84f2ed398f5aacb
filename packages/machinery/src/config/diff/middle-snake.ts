/** A run of equal lines in the middle of a shortest way: where it starts in both lists, and its length. */
export interface Snake {
	readonly x: number;
	readonly y: number;
	readonly length: number;
}

/**
 * The middle snake of two lists that are not empty and have neither first nor last line in common: two searches, from
 * the start and from the end, until they meet.
 */
export function findMiddleSnake(a: readonly string[], b: readonly string[]): Snake {
	if (a.length === 1 || b.length === 1) return firstEqual(a, b);
	const search = new Search(a, b);
	for (let distance = 0; distance <= search.mostEdits; distance++) {
		const snake = search.forward(distance) ?? search.backward(distance);
		if (snake !== undefined) return snake;
	}
	return nothing;
}

const nothing: Snake = { x: 0, y: 0, length: 0 };

function firstEqual(a: readonly string[], b: readonly string[]): Snake {
	for (let x = 0; x < a.length; x++) {
		const y = b.indexOf(a[x] ?? '');
		if (y !== -1) return { x, y, length: 1 };
	}
	return nothing;
}

/** How far each diagonal (x - y) has been reached, from either end. */
class Search {
	readonly mostEdits: number;
	readonly #a: readonly string[];
	readonly #b: readonly string[];
	readonly #delta: number;
	readonly #reached: Reached;
	readonly #reachedBack: Reached;

	constructor(a: readonly string[], b: readonly string[]) {
		this.#a = a;
		this.#b = b;
		this.mostEdits = Math.floor((a.length + b.length + 1) / 2);
		this.#delta = a.length - b.length;
		const lowest = -this.mostEdits + Math.min(this.#delta, 0);
		const highest = this.mostEdits + Math.max(this.#delta, 0);
		this.#reached = new Reached(lowest, highest);
		this.#reachedBack = new Reached(lowest, highest);
		this.#reached.set(0, 0);
		this.#reachedBack.set(this.#delta, a.length);
	}

	forward(distance: number): Snake | undefined {
		for (let k = -distance; k <= distance; k += 2) {
			const fromLeft = k > -distance ? this.#reached.get(k - 1) : undefined;
			const fromAbove = k < distance ? this.#reached.get(k + 1) : undefined;
			const furthest = fromLeft === undefined ? fromAbove : Math.max(fromLeft + 1, fromAbove ?? 0);
			const from = furthest ?? (distance === 0 ? this.#reached.get(k) : undefined);
			if (from === undefined || !this.#reached.has(k)) continue;
			const start = Math.min(from, this.#a.length);
			if (start - k < 0 || start - k > this.#b.length) continue;
			let x = start;
			while (x < this.#a.length && x - k < this.#b.length && this.#a[x] === this.#b[x - k]) x++;
			this.#reached.set(k, x);
			const meets = this.#delta % 2 !== 0 && Math.abs(k - this.#delta) < distance;
			if (meets && x >= (this.#reachedBack.get(k) ?? Number.POSITIVE_INFINITY)) return { x: start, y: start - k, length: x - start };
		}
		return undefined;
	}

	backward(distance: number): Snake | undefined {
		for (let k = this.#delta - distance; k <= this.#delta + distance; k += 2) {
			const fromLeft = k > this.#delta - distance ? this.#reachedBack.get(k - 1) : undefined;
			const fromBelow = k < this.#delta + distance ? this.#reachedBack.get(k + 1) : undefined;
			const from = fromBelow === undefined ? fromLeft : Math.min(fromLeft ?? Number.POSITIVE_INFINITY, fromBelow - 1);
			if (from === undefined || !this.#reachedBack.has(k)) continue;
			const end = Math.max(from, 0);
			if (end - k < 0 || end - k > this.#b.length) continue;
			let x = end;
			while (x > 0 && x - k > 0 && this.#a[x - 1] === this.#b[x - k - 1]) x--;
			this.#reachedBack.set(k, x);
			const meets = this.#delta % 2 === 0 && Math.abs(k) <= distance;
			if (meets && (this.#reached.get(k) ?? -1) >= x) return { x, y: x - k, length: end - x };
		}
		return undefined;
	}
}

/** The x that was reached on each diagonal. */
class Reached {
	readonly #lowest: number;
	readonly #values: Int32Array;

	constructor(lowest: number, highest: number) {
		this.#lowest = lowest;
		this.#values = new Int32Array(highest - lowest + 1).fill(-1);
	}

	has(diagonal: number): boolean {
		return diagonal >= this.#lowest && diagonal - this.#lowest < this.#values.length;
	}

	get(diagonal: number): number | undefined {
		const x = this.#values[diagonal - this.#lowest] ?? -1;
		return x === -1 ? undefined : x;
	}

	set(diagonal: number, x: number): void {
		this.#values[diagonal - this.#lowest] = x;
	}
}
