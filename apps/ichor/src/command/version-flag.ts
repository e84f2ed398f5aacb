import { type Flag, FlagRefusal } from './flag.ts';
import { text } from './flag-kinds.ts';

/** A version with or without a v and with one, two or three numbers; the value has a v and three. */
export function semver(name: string, usage: string, options: { readonly initial: string }): Flag<string> {
	return {
		...text(name, usage, { completion: { kind: 'nothing' } }),
		valueName: 'semver',
		initial: options.initial,
		shownInitial: options.initial,
		accept: wholeVersion,
	};
}

function wholeVersion(given: string): string {
	const found = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+)((?:-[\w.-]+)?(?:\+[\w.-]+)?))?$/.exec(given.trim());
	if (found === null) throw new FlagRefusal(`${JSON.stringify(given)} is no version: write 1.36.3`);
	const [, major = '0', minor = '0', patch = '0', suffix = ''] = found;
	return `v${[major, minor, patch].map(Number).join('.')}${suffix}`;
}
