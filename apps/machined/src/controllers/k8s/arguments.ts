/** Arguments by name; one with several values is given several times. */
export type ArgumentMap = Readonly<Record<string, readonly string[]>>;

/** What happens when a user says something else than we do; without a word, the user's value takes the place of ours. */
export type MergePolicy = 'denied' | 'additive';

/**
 * Adds the user's arguments to ours.
 *
 * @throws Error for one that is not the user's to say: what would then run is something else than what was asked for
 */
export function mergeArguments(ours: ArgumentMap, users: ArgumentMap, policies: Readonly<Record<string, MergePolicy>>): ArgumentMap {
	const merged: Record<string, readonly string[]> = { ...ours };
	for (const [name, values] of Object.entries(users)) {
		const policy = policies[name];
		if (policy === 'denied') throw new Error(`extra arg "${name}" is not allowed`);
		merged[name] = policy === 'additive' ? [union(merged[name] ?? [], values).join(',')] : values;
	}
	return merged;
}

/** As a command line has them: sorted, `--name=value`. */
export function argumentList(args: ArgumentMap): readonly string[] {
	const sorted = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
	return sorted.flatMap(([name, values]) => values.map((value) => `--${name}=${value}`));
}

/** Both lists hold lists that commas divide. */
function union(...lists: readonly (readonly string[])[]): readonly string[] {
	const items = lists.flat().flatMap((text) => text.split(',').map((item) => item.trim()));
	return [...new Set(items.filter((item) => item !== ''))];
}
