/**
 * Classes of UTF-16 code units, as YAML 1.1 has them. Code unit 0 stands for the end of the text: a scanner appends it,
 * and no text contains it.
 */
export const end = 0;

/** Line feed, carriage return, NEL, LS or PS. */
export function isBreak(code: number): boolean {
	return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x20_28 || code === 0x20_29;
}

/** A space or a tab. */
export function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09;
}

export function isBreakOrEnd(code: number): boolean {
	return code === end || isBreak(code);
}

export function isBlankBreakOrEnd(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === end || isBreak(code);
}

/** `,` `[` `]` `{` `}` */
export function isFlowIndicator(code: number): boolean {
	return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** A letter, a digit, `_` or `-`: what names of handles and directives are made of. */
export function isWordCharacter(code: number): boolean {
	return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x2d;
}

/** The value of a hexadecimal digit, -1 for anything else. */
export function hexValue(code: number): number {
	if (isDigit(code)) return code - 0x30;
	const lower = code | 0x20;
	return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
