import { formatFloat, parseYaml, resolveScalar, type YamlNode } from '@ichor/machinery/yaml';

/** What YAML without a type means: what Go's decoder makes of it. */
export type PlainValue = string | number | bigint | boolean | null | Moment | readonly PlainValue[] | PlainMap;
export type PlainMap = ReadonlyMap<string, PlainValue>;

/** A timestamp. */
export class Moment {
	/** RFC 3339. */
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** The first document of a YAML text; null when there is none. */
export function plainOfYaml(text: string): PlainValue {
	const [document] = parseYaml(text).documents;
	return document?.root === undefined ? null : plainOf(document.root);
}

function plainOf(node: YamlNode): PlainValue {
	if (node.type === 'seq') return node.items.map(plainOf);
	if (node.type === 'map') return new Map(node.pairs.map(({ key, value }) => [key.type === 'scalar' ? key.text : '', plainOf(value)]));
	const { tag, value } = resolveScalar(node);
	return tag === 'timestamp' ? new Moment(value) : value;
}

/** Whether a value is printed as JSON: lists, maps and times. */
export function isComposed(value: PlainValue): value is Moment | readonly PlainValue[] | PlainMap {
	return typeof value === 'object' && value !== null;
}

/** A value that is not composed, as Go's fmt prints it. */
export function plainText(value: string | number | bigint | boolean | null): string {
	if (value === null) return '<nil>';
	return typeof value === 'number' && !Number.isSafeInteger(value) ? floatText(value) : String(value);
}

/** Go's `%v`: exponents below -4 and from 21 on. */
function floatText(value: number): string {
	return Math.abs(value) >= 1 && Math.abs(value) < 1e21
		? String(value)
		: formatFloat(value)
				.replace(/^\.nan$/, 'NaN')
				.replace(/^(-?)\.inf$/, (_whole, sign) => `${sign || '+'}Inf`);
}
