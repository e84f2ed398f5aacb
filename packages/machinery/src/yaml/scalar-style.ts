import type { EmitProfile } from './emit.ts';
import type { YamlScalarStyle } from './node.ts';
import type { OutputScalarKind } from './output.ts';
import { plainTag } from './resolve.ts';
import type { ScalarAnalysis } from './scalar-analysis.ts';

/** Where a scalar stands, as far as its style depends on it. */
export interface ScalarPlace {
	readonly inFlow: boolean;
	/** Before a `:` on the same line. */
	readonly simpleKey: boolean;
}

export type OutputStyle = Exclude<YamlScalarStyle, 'folded'>;

/** The style that a scalar is printed in: what it asks for, then what its text and its place allow. */
export function scalarStyle(
	kind: OutputScalarKind,
	text: string,
	allowed: ScalarAnalysis,
	place: ScalarPlace,
	profile: EmitProfile,
): OutputStyle {
	if (kind === 'raw') return 'plain';
	let style = wantedStyle(kind, text, profile);
	if (place.simpleKey && allowed.multiline) style = 'double';
	if (style === 'plain') {
		const isPlain = place.inFlow ? allowed.flowPlain : allowed.blockPlain;
		if (!isPlain || (text === '' && (place.inFlow || place.simpleKey))) style = 'single';
	}
	if (style === 'single' && !allowed.singleQuoted) return 'double';
	if (style === 'literal' && (!allowed.literal || place.inFlow || place.simpleKey)) return 'double';
	return style;
}

function wantedStyle(kind: OutputScalarKind, text: string, profile: EmitProfile): OutputStyle {
	if (kind === 'quoted') return 'double';
	if (kind === 'single') return 'single';
	const hasBreak = text.includes('\n');
	if (profile === 'json-patch') {
		if (hasBreak) return 'literal';
		// yaml.v2 reads `<<` as a merge key, but forgets that when it writes
		return kind === 'string' && text !== '<<' && (readsAsOther(text) || isYaml11Boolean(text) || isBase60(text)) ? 'double' : 'plain';
	}
	switch (kind) {
		case 'string':
			if (hasBreak) return hasWord.test(text) ? 'literal' : 'double';
			if (isOtherInYaml11(text)) return profile === 'config-1.13' ? 'double' : 'single';
			return readsAsOther(text) ? 'double' : 'plain';
		case 'restyled':
			if (readsAsOther(text)) return 'double';
			return hasBreak ? 'literal' : 'plain';
		default:
			return hasBreak ? 'literal' : 'plain';
	}
}

function readsAsOther(text: string): boolean {
	return plainTag(text) !== 'str';
}

/** Something else than white space, as Go has it. */
const hasWord = /[^\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;

/** Whether YAML 1.1 reads the text as a boolean, a number or a merge key, though go-yaml itself reads it as a string. */
export function isOtherInYaml11(text: string): boolean {
	return isYaml11Boolean(text) || isBase60(text) || text === '<<';
}

function isYaml11Boolean(text: string): boolean {
	return text.length <= 3 && yaml11Booleans.has(text);
}

const yaml11Booleans: ReadonlySet<string> = new Set('y Y yes Yes YES on On ON n N no No NO off Off OFF'.split(' '));

/** A number in YAML 1.1's base 60: `190:20:30`. */
function isBase60(text: string): boolean {
	return text.includes(':') && base60.test(text);
}

const base60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
