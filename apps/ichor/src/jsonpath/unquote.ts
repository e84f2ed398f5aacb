/**
 * The text in single or double quotes, with Go's escapes.
 *
 * @throws Error for an escape that Go does not have
 */
export function unquote(quoted: string): string {
	const refuse = (): never => {
		throw new Error(`unquote string ${quoted} error invalid syntax`);
	};
	const quote = quoted[0] ?? '';
	const inside = quoted.slice(1, -1);
	if (!inside.includes('\\')) return inside;
	return inside.replaceAll(
		/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.)|$)/gsu,
		(_whole, two?: string, four?: string, eight?: string, octal?: string, letter?: string) => {
			const hexadecimal = two ?? four ?? eight;
			if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16)) ?? refuse();
			if (octal !== undefined) return characterOf(Number.parseInt(octal, 8)) ?? refuse();
			return letter === quote ? letter : (letters.get(letter ?? '') ?? refuse());
		},
	);
}

function characterOf(code: number): string | undefined {
	return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code);
}

const letters: ReadonlyMap<string, string> = new Map([
	['a', '\x07'],
	['b', '\b'],
	['f', '\f'],
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
	['v', '\v'],
	['\\', '\\'],
]);
