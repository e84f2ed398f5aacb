import type { Watch } from './core-state.ts';

/** The events of a watch one by one instead of in batches. */
export function flatten<Event>(batches: Watch<readonly Event[]>): Watch<Event> {
	let batch: readonly Event[] = [];
	let index = 0;
	return {
		[Symbol.asyncIterator]() {
			return this;
		},
		async next() {
			while (index >= batch.length) {
				const { done, value } = await batches.next();
				if (done === true) return { done: true, value: undefined };
				batch = value;
				index = 0;
			}
			index += 1;
			return { done: false, value: batch[index - 1] as Event };
		},
		async return() {
			batch = [];
			await batches.return?.();
			return { done: true, value: undefined };
		},
	};
}
