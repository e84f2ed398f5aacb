import { DefinitionError } from './errors.ts';

/** The parts of a type: the plural name before the first dot, its singular, and the domain after it. */
export interface TypeName {
	readonly plural: string;
	readonly singular: string;
	readonly domain: string;
}

/**
 * Takes the name of a type apart.
 *
 * @throws DefinitionError when the name is no plural in capitals followed by a domain
 */
export function parseTypeName(type: string): TypeName {
	const dot = type.indexOf('.');
	const plural = dot < 0 ? type : type.slice(0, dot);
	const domain = dot < 0 ? '' : type.slice(dot + 1);
	if (!/^[A-Z][A-Za-z0-9-]+$/.test(plural)) throw new DefinitionError('bad-type', `type '${type}': the name must be CamelCase`);
	if (!/^[a-z][a-z0-9-]+(?:\.[a-z][a-z0-9-]+)*$/.test(domain)) {
		throw new DefinitionError('bad-type', `type '${type}': after the first dot there must be a domain in lower case`);
	}
	if (!plural.endsWith('s') || plural.endsWith('ss')) throw new DefinitionError('bad-type', `type '${type}': the name must be a plural`);
	return { plural, singular: singularOf(plural), domain };
}

/**
 * Every name that follows from a type: singular, plural, plural with more and more of the domain, and the capitals.
 * `short` are those that people are shown.
 */
export function automaticAliases({ plural, singular, domain }: TypeName): {
	readonly short: readonly string[];
	readonly long: readonly string[];
} {
	const short = [singular.toLowerCase()];
	const capitals = plural.replace(/[^A-Z]/g, '').toLowerCase();
	if (capitals.length > 1) short.push(capitals, ...(capitals.endsWith('s') ? [] : [`${capitals}s`]));
	const labels = domain.split('.');
	const long = labels.map((_, count) => [plural.toLowerCase(), ...labels.slice(0, count)].join('.'));
	return { short, long };
}

/** English as far as type names go. "Caches" becomes "Cach", which is what Talos calls it too. */
function singularOf(plural: string): string {
	if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
	return /(?:ss|us|x|ch|sh)es$/.test(plural) ? plural.slice(0, -2) : plural.slice(0, -1);
}
