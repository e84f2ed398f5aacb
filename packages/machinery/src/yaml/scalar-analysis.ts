import { isBlank, isBlankBreakOrEnd, isBreak, isFlowIndicator } from './characters.ts';

/** How a text may be written as a scalar. */
export interface ScalarAnalysis {
	readonly multiline: boolean;
	/** Without quotes: in a flow collection, and outside of one. */
	readonly flowPlain: boolean;
	readonly blockPlain: boolean;
	readonly singleQuoted: boolean;
	readonly literal: boolean;
}

/** Looks a text through as libyaml's emitters do; `tabsAreSpecial` in yaml.v2, which escapes every text with a tab. */
export function analyzeScalar(text: string, tabsAreSpecial: boolean): ScalarAnalysis {
	if (text === '') return empty;
	if (harmless.test(text)) return anything;
	const marker = text.startsWith('---') || text.startsWith('...');
	let flowIndicators = marker;
	let blockIndicators = marker;
	let lineBreaks = false;
	let tabs = false;
	let special = false;
	let breakBeforeSpace = false;
	let spaceBeforeBreak = false;

	let before = 0x0a;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (!isPlainLetter(code)) {
			if (isIndicator(code, at, text, before)) {
				flowIndicators = true;
				blockIndicators ||= isBlockIndicator(code, at, text);
			}
			if (code === 0x09 && !tabsAreSpecial) tabs = true;
			else if (!isPrintable(code)) special = true;
			if (code === 0x20 && at > 0 && isBreak(before)) breakBeforeSpace = true;
			if (isBreak(code)) {
				lineBreaks = true;
				if (before === 0x20) spaceBeforeBreak = true;
			}
		}
		before = code;
	}

	const first = text.charCodeAt(0);
	const edge = first === 0x20 || isBreak(first) || before === 0x20 || isBreak(before);
	const escaped = breakBeforeSpace || spaceBeforeBreak || tabs || special;
	const plain = !edge && !escaped && !lineBreaks;
	return {
		multiline: lineBreaks,
		flowPlain: plain && !flowIndicators,
		blockPlain: plain && !blockIndicators,
		singleQuoted: !escaped,
		literal: before !== 0x20 && !spaceBeforeBreak && !special,
	};
}

/** Most of a configuration: words, numbers, paths, base64. */
const harmless = /^[A-Za-z0-9/][\w./+=-]*$/;

const anything: ScalarAnalysis = { multiline: false, flowPlain: true, blockPlain: true, singleQuoted: true, literal: true };

const empty: ScalarAnalysis = { multiline: false, flowPlain: false, blockPlain: true, singleQuoted: true, literal: false };

/** Printable without escaping. Halves of surrogate pairs are not: emitters escape what is beyond U+FFFF. */
export function isPrintable(code: number): boolean {
	if (code < 0x7f) return code >= 0x20 || code === 0x0a;
	if (code < 0xd8_00) return code >= 0xa0;
	return code >= 0xe0_00 && code <= 0xff_fd && code !== 0xfe_ff;
}

/** A letter or digit, of which most texts consist. */
function isPlainLetter(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

/** A character that a flow collection may take for syntax. */
function isIndicator(code: number, at: number, text: string, before: number): boolean {
	if (at === 0)
		return code === 0x2d ? isFollowedByBlank(text, at) : code < 0x80 && ',[]{}?:#&*!|>\'"%@`'.includes(String.fromCharCode(code));
	return code === 0x23 ? isBlankBreakOrEnd(before) : code === 0x3f || code === 0x3a || isFlowIndicator(code);
}

/** Of the indicators, one that is syntax outside of flow collections as well. */
function isBlockIndicator(code: number, at: number, text: string): boolean {
	if (code === 0x3a || (code === 0x3f && at === 0)) return isFollowedByBlank(text, at);
	return at === 0 || code === 0x23;
}

function isFollowedByBlank(text: string, at: number): boolean {
	return at + 1 >= text.length || isBlank(text.charCodeAt(at + 1));
}
