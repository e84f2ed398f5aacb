import { isIP } from 'node:net';
import { type Flag, FlagRefusal } from './flag.ts';
import { csv } from './flag-kinds.ts';

/** IP addresses, several in one value and several values. */
export function addresses(name: string, usage: string): Flag<readonly string[]> {
	const texts = csv(name, usage, { completion: { kind: 'nothing' } });
	return {
		...texts,
		valueName: 'ipSlice',
		shownInitial: '[]',
		accept(given, previous) {
			const all = texts.accept(given, previous).map((text) => text.trim());
			const wrong = all.find((text) => isIP(text) === 0 || text.includes('%'));
			if (wrong !== undefined) throw new FlagRefusal(`invalid string being converted to IP address: ${wrong}`);
			return all;
		},
	};
}
