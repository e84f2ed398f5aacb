/** The first line of a generated file: where it comes from and how it is made again. */
export function header(source: string): string {
	return `// Generated from ${source} by \`npm run generate\`. Edit the model, not this file.`;
}

/** A TypeScript string in single quotes. */
export function text(value: string): string {
	return `'${value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}

/** A docstring wrapped to the line width, its tags on lines of their own; nothing when there is nothing to say. */
export function docComment(doc: string, indent: string, tags: readonly string[] = []): string {
	if (doc === '' && tags.length === 0) return '';
	const lines = [...doc.split('\n'), ...tags].flatMap((line) => wrap(line, 120 - indent.length * 4));
	if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
	return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`;
}

function wrap(line: string, width: number): readonly string[] {
	const lines: string[] = [];
	let current = '';
	for (const word of line.replaceAll('*/', '*\\/').split(' ')) {
		if (current !== '' && current.length + 1 + word.length > width) {
			lines.push(current);
			current = word;
		} else current = current === '' ? word : `${current} ${word}`;
	}
	return [...lines, current];
}
