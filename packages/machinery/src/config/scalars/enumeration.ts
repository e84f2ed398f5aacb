import type { EnumSchema, ScalarSchema } from '../schema/schema.ts';
import { TextRefusal } from './refusal.ts';

/** The canonical spelling of a value of a closed set. Letter case does not count, unless the set says so. */
export function canonicalEnum(text: string, type: ScalarSchema, values: EnumSchema): string {
	if (values.open === true || values.values.includes(text)) return text;
	const alias = aliasOf(text, values);
	if (alias !== undefined) return alias;
	if (values.exact !== true) {
		const wanted = text.toLowerCase();
		const value = values.values.find((candidate) => candidate.toLowerCase() === wanted);
		if (value !== undefined) return value;
	}
	if (isNumberOf(text, values)) return text;
	throw new TextRefusal(refusalText(text, type.scalar));
}

function aliasOf(text: string, { aliases = {} }: EnumSchema): string | undefined {
	const spelling = /^[+-]?\d+$/.test(text) ? String(Number(text)) : text;
	return Object.hasOwn(aliases, spelling) ? aliases[spelling] : undefined;
}

function isNumberOf(text: string, { numbers }: EnumSchema): boolean {
	if (numbers === undefined || !/^(0|[1-9]\d*)$/.test(text)) return false;
	return Number(text) >= numbers[0] && Number(text) <= numbers[1];
}

function refusalText(text: string, upstreamType: string): string {
	if (upstreamType === 'nethelpers.FailOverMAC') return `invalid fail_over_mac value ${text}`;
	return `${text} does not belong to ${upstreamType.slice(upstreamType.indexOf('.') + 1)} values`;
}
