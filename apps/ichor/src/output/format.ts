/**
 * The output format that was asked for, when it is one of these.
 *
 * @throws Error that names them
 */
export function requireFormat<Format extends string>(given: string, known: readonly Format[]): Format {
	const found = known.find((format) => format === given);
	if (found === undefined) throw new Error(`unknown output format: ${JSON.stringify(given)}; there are ${known.join(' and ')}`);
	return found;
}
