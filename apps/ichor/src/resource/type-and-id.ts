import type { ValueCompletion } from '../command/flag.ts';

/** What completes the arguments `<type> [<id>]`. */
export const typeAndId: readonly ValueCompletion[] = [
	{ kind: 'known', what: 'kinds' },
	{ kind: 'known', what: 'resources' },
];
