import type { Terminal } from '../command/terminal.ts';

/**
 * Prints values for programs, one document behind another as `get` does: JSON, each indented and ended by a line feed, or YAML with
 * `---` between them. What prints nothing is no document at all, not an empty list.
 */
export async function documentPrinter(form: 'json' | 'yaml', terminal: Terminal): Promise<(value: object) => void> {
	if (form === 'json') return (value) => terminal.out(`${JSON.stringify(value, undefined, indent).replace(furtherControls, escaped)}\n`);
	const { plainYaml } = await import('@ichor/machinery/yaml');
	let separator = '';
	return (value) => {
		terminal.out(`${separator}${plainYaml(value)}`);
		separator = '---\n';
	};
}

/** Control characters that JSON lets stand and terminals obey: DEL and C1 (ECMA-48). They can only be inside strings. */
const furtherControls = /[\u007f-\u009f]/g;

function escaped(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** As wide as that of `get -o json`. */
const indent = 4;
