/** Cuts what a terminal sends into keys: `a`, `ctrl-d`, `f1`, `left`, `enter`, `escape`. Sequences that mean nothing here are left out. */
export function keysOf(bytes: string): readonly string[] {
	const keys: string[] = [];
	for (const [sequence] of bytes.matchAll(token)) {
		const key = named.get(sequence) ?? plain(sequence);
		if (key !== undefined) keys.push(key);
	}
	return keys;
}

/** A control sequence (ECMA-48), one of SS3, an escape by itself, or a character. */
const token = /\u001B\[\[[A-E]|\u001B\[[0-?]*[ -/]*[@-~]|\u001BO[ -~]|\u001B|[\s\S]/gu;

/** What xterm, the Linux console and rxvt send (terminfo(5): kf1, kcub1, …). */
const named: ReadonlyMap<string, string> = new Map([
	...functionKeys(['\u001BOP', '\u001BOQ', '\u001BOR', '\u001BOS', '\u001B[15~', '\u001B[17~']),
	...functionKeys(['\u001B[[A', '\u001B[[B', '\u001B[[C', '\u001B[[D', '\u001B[[E']),
	...functionKeys(['\u001B[11~', '\u001B[12~', '\u001B[13~', '\u001B[14~']),
	...['[', 'O'].flatMap((introducer): [string, string][] => [
		[`\u001B${introducer}A`, 'up'],
		[`\u001B${introducer}B`, 'down'],
		[`\u001B${introducer}C`, 'right'],
		[`\u001B${introducer}D`, 'left'],
		[`\u001B${introducer}H`, 'home'],
		[`\u001B${introducer}F`, 'end'],
	]),
	['\u001B[1~', 'home'],
	['\u001B[4~', 'end'],
	['\u001B[5~', 'pageup'],
	['\u001B[6~', 'pagedown'],
	['\u001B', 'escape'],
	['\r', 'enter'],
	['\n', 'enter'],
	['\u007F', 'backspace'],
	['\b', 'backspace'],
]);

function functionKeys(sequences: readonly string[]): readonly (readonly [string, string])[] {
	return sequences.map((sequence, index) => [sequence, `f${index + 1}`]);
}

function plain(sequence: string): string | undefined {
	if (sequence.length > 1 && sequence.startsWith('\u001B')) return undefined;
	const code = sequence.codePointAt(0) ?? 0;
	if (code >= 0x20) return sequence;
	return code >= 1 && code <= 26 ? `ctrl-${String.fromCodePoint(code + 0x60)}` : undefined;
}
